package gdtrain.table;

import java.util.Optional;

/** Texts of one column; says so when nearly all of them are numbers. */
final class TextBuilder implements ColumnBuilder {
  private static final double NEARLY_ALL = 0.9;

  private final Place place;
  private final boolean requested;
  private final LevelCodes cells = new LevelCodes();

  /** With requested, the user asked for text and needs no note. */
  TextBuilder(Place place, boolean requested) {
    this.place = place;
    this.requested = requested;
  }

  @Override
  public void addMissing() {
    cells.addMissing();
  }

  @Override
  public void add(String cell, long line) {
    cells.add(cell, line);
  }

  @Override
  public boolean isContradicted() {
    return false;
  }

  @Override
  public TextColumn column() {
    return cells.column(place.column(), place.position());
  }

  @Override
  public Optional<String> note() {
    long present = 0;
    long numbers = 0;
    Optional<LevelCodes.Level> text = Optional.empty();
    for (LevelCodes.Level level : cells.levels()) {
      present += level.count();
      if (!Double.isNaN(NumberSyntax.parse(level.text()))) {
        numbers += level.count();
      } else if (text.isEmpty()) {
        text = Optional.of(level);
      }
    }
    boolean surprising = !requested && numbers >= NEARLY_ALL * present;
    return surprising ? sentence(numbers, present, text) : Optional.empty();
  }

  private Optional<String> sentence(
      long numbers, long present, Optional<LevelCodes.Level> firstText) {
    return firstText.map(
        text ->
            "column %s is read as text: %d of its %d values are numbers, but line %d has %s; --na %s reads that as missing, --categorical %s says that text is meant"
                .formatted(
                    place.shown(),
                    numbers,
                    present,
                    text.firstLine(),
                    Shown.quoted(text.text()),
                    Shown.argument(text.text(), "VALUE"),
                    place.argument()));
  }
}
