package gdtrain.table;

import java.util.Optional;

/** Texts of one column; says so when nearly all of them are numbers. */
final class TextBuilder {
  private static final double NEARLY_ALL = 0.9;

  private final Place place;
  private final boolean requested;
  private final LevelCodes texts = new LevelCodes();

  /** With requested, the user asked for text and needs no note. */
  TextBuilder(Place place, boolean requested) {
    this.place = place;
    this.requested = requested;
  }

  /**
   * Adds the texts of a part of the file, before which there are so many other lines.
   *
   * @return their codes, by the codes in the part
   */
  int[] append(LevelCodes part, long linesBefore) {
    return texts.append(part, linesBefore);
  }

  /** The column whose rows have these codes. */
  TextColumn column(Values codes) {
    return texts.column(place, codes);
  }

  /** What the user should know about how the column was read. */
  Optional<String> note() {
    long present = 0;
    long numbers = 0;
    long withCommas = 0;
    Optional<LevelCodes.Level> text = Optional.empty();
    for (LevelCodes.Level level : texts.levels()) {
      present += level.count();
      if (isNumber(level.text())) {
        numbers += level.count();
      } else {
        text = text.or(() -> Optional.of(level));
        withCommas += isNumber(level.text().replace(",", "")) ? level.count() : 0;
      }
    }
    if (requested || text.isEmpty() || numbers + withCommas < NEARLY_ALL * present) {
      return Optional.empty();
    }
    boolean nearlyNumbers = numbers >= NEARLY_ALL * present;
    return Optional.of(
        "column %s is read as text: ".formatted(place.shown())
            + (nearlyNumbers ? exception(numbers, present, text.get()) : commas(text.get())));
  }

  private String exception(long numbers, long present, LevelCodes.Level text) {
    return "%d of its %d values are numbers, but line %d has %s; --na %s reads that as missing, --categorical %s says that text is meant"
        .formatted(
            numbers,
            present,
            text.firstLine(),
            Shown.quoted(text.text()),
            Shown.argument(text.text(), "VALUE"),
            place.argument());
  }

  private String commas(LevelCodes.Level text) {
    return "its numbers hold commas, line %d has %s; write 1234.5 for them, or --categorical %s if text is meant"
        .formatted(text.firstLine(), Shown.quoted(text.text()), place.argument());
  }

  private static boolean isNumber(String text) {
    return !Double.isNaN(NumberSyntax.parse(text));
  }
}
