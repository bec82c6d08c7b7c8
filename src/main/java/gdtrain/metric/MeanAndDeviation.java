package gdtrain.metric;

import java.util.List;

/**
 * What several values of a figure have in common.
 *
 * @param mean of them all, each counting the same; NaN if one is not defined
 * @param deviation their standard deviation, divisor n - 1; NaN if one is not defined, or for one
 */
public record MeanAndDeviation(double mean, double deviation) {
  /** Of these values, in two passes. */
  public static MeanAndDeviation of(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new MeanAndDeviation(mean, Math.sqrt(squares / (values.size() - 1)));
  }
}
