package gdtrain.table;

import java.util.Arrays;
import java.util.Optional;

/** Numbers of one column; remembers the first cell that is not finite, as it may yet be text. */
final class NumericBuilder implements ColumnBuilder {
  private final Place place;
  private final boolean required;
  private final double[] missing;
  private final DoubleBlocks values = new DoubleBlocks();
  private Optional<BadTable> infinite = Optional.empty();
  private boolean contradicted;
  private boolean empty = true;

  /**
   * With required, text is an error; otherwise it contradicts the guess that this is numeric.
   *
   * @param missing numbers that stand for a missing cell, sorted
   */
  NumericBuilder(Place place, boolean required, double[] missing) {
    this.place = place;
    this.required = required;
    this.missing = missing.clone();
  }

  @Override
  public void addMissing() {
    values.add(Double.NaN);
  }

  @Override
  public void add(String cell, long line) {
    double value = NumberSyntax.parse(cell);
    if (Arrays.binarySearch(missing, value + 0.0) >= 0) {
      addMissing();
      return;
    }
    if (Double.isNaN(value)) {
      if (required) {
        throw notNumber(cell, line);
      }
      contradicted = true;
    } else if (Double.isInfinite(value) && infinite.isEmpty()) {
      infinite = Optional.of(notFinite(cell, line));
    }
    empty = false;
    values.add(value);
  }

  @Override
  public boolean isContradicted() {
    return contradicted;
  }

  @Override
  public NumericColumn column() {
    if (infinite.isPresent()) {
      throw infinite.get();
    }
    return new NumericColumn(place.column(), place.position(), values);
  }

  @Override
  public Optional<String> note() {
    return empty ? Optional.of("column " + place.shown() + " has no values") : Optional.empty();
  }

  private BadTable notNumber(String cell, long line) {
    return new BadTable(
        "%s: %s is not a number; correct it, give --na %s if it means missing, or take the column out of --numeric"
            .formatted(place.at(line), Shown.quoted(cell), Shown.argument(cell, "VALUE")));
  }

  private BadTable notFinite(String cell, long line) {
    return new BadTable(
        "%s: %s is not a finite number; correct it, or give --na %s to read it as missing"
            .formatted(place.at(line), Shown.quoted(cell), Shown.argument(cell, "VALUE")));
  }
}
