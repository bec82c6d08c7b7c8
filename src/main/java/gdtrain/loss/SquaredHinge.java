package gdtrain.loss;

import gdtrain.compute.Vectors;
import java.util.OptionalDouble;

/**
 * Squared hinge loss of two classes, with sign = -1 for target 0 and +1 for target 1:
 *
 * <pre>
 *   loss = max(0, 1 - sign raw)^2
 *   dloss/draw = -2 sign max(0, 1 - sign raw)
 * </pre>
 *
 * <p>The prediction is the raw output itself: its sign tells the class, there are no probabilities.
 * Its slope has no jumps, so that it descends faster than {@link Hinge}. It is the L2-loss of
 * LIBLINEAR (Fan, Chang, Hsieh, Wang and Lin 2008, section 2).
 */
record SquaredHinge() implements MarginLoss {
  @Override
  public String name() {
    return "squared-hinge";
  }

  @Override
  public Formula formula() {
    return new Formula("max(0, 1 - s raw)^2", "-2 s max(0, 1 - s raw)");
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double sign = 2 * targets[i] - 1;
      double shortfall = Math.max(0, 1 - sign * raw[i]);
      losses[i] = shortfall * shortfall;
      raw[i] = -2 * sign * shortfall * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(2);
  }

  /** The mean sign: {@code share (1 - c)^2 + (1 - share) (1 + c)^2} is lowest there. */
  @Override
  public double[] bestConstant(Observations observations) {
    return new double[] {MarginLoss.meanSign(observations)};
  }
}
