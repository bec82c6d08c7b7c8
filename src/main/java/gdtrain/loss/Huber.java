package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Vectors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Huber's loss, squared near the target and absolute far from it:
 *
 * <pre>
 *   r = raw - target,  c = max(-delta, min(r, delta))
 *   loss = c (r - c / 2)          r^2 / 2 where |r| is at most delta, else delta (|r| - delta / 2)
 *   dloss/draw = c
 * </pre>
 *
 * <p>The prediction is the raw output itself. Huber 1964, "Robust estimation of a location
 * parameter", Annals of Mathematical Statistics 35; with the factor one half of that paper.
 *
 * @param delta above 0, in the target's unit
 */
record Huber(double delta) implements ResidualLoss {
  @Override
  public String name() {
    return Choice.text("huber", Map.of("delta", delta));
  }

  @Override
  public Formula formula() {
    return new Formula(
        "r^2/2 where |r| <= delta, else delta (|r| - delta/2)",
        "r, but no further than delta from 0");
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double r = raw[i] - targets[i];
      double c = slope(r);
      losses[i] = c * (r - c / 2);
      raw[i] = c * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  @Override
  public double slope(double residual) {
    return Math.max(-delta, Math.min(residual, delta));
  }

  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(1);
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(new Huber(delta / scale), scale * scale));
  }
}
