package gdtrain.metric;

/**
 * A figure of quality.
 *
 * @param name as in {@code evaluate} and model files
 * @param value NaN where it is not defined
 */
public record Metric(String name, double value) {}
