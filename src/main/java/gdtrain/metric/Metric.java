package gdtrain.metric;

/**
 * A measure of how good predictions are.
 *
 * @param name as in {@code evaluate} and model files
 * @param value NaN where it is not defined
 */
public record Metric(String name, double value) {
  /** The name of the metric that counts rows. */
  static final String ROWS = "rows";

  /** The value as a cell of CSV: empty where it is not defined, a number of rows without point. */
  public String cell() {
    if (name.equals(ROWS)) {
      return Long.toString((long) value);
    }
    return !Double.isFinite(value) ? "" : Double.toString(value);
  }
}
