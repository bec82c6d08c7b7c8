package gdtrain.metric;

/**
 * A figure of quality.
 *
 * @param name as in {@code evaluate} and model files
 * @param value NaN where it is not defined
 */
public record Metric(String name, double value) {
  /** The name of the number of rows. */
  static final String ROWS = "rows";

  /** The value as a cell of CSV: empty where it is not defined, a number of rows without point. */
  public String cell() {
    if (name.equals(ROWS)) {
      return Long.toString((long) value);
    }
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
