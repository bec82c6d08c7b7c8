package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Exponential;
import gdtrain.compute.Vectors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A smooth relative of Huber's loss, with u = (raw - target) / width:
 *
 * <pre>
 *   loss = width^2 log cosh u       near r^2 / 2 for small r, width |r| - width^2 log 2 for large
 *   dloss/draw = width tanh u
 * </pre>
 *
 * <p>The prediction is the raw output itself. Green 1990, "Bayesian reconstructions from emission
 * tomography data using a modified EM algorithm", IEEE Transactions on Medical Imaging 9.
 *
 * <p>cosh overflows, and {@code |u| + log(1 + exp(-2 |u|)) - log 2} loses small losses. So, with s
 * = min(|u|, 30) and e = exp(-s), {@code log cosh u = log(1 + (1 - e)^2 / (2 e)) + (|u| - s)}: from
 * 30 on, log cosh is a straight line in double precision.
 *
 * @param width above 0, in the target's unit
 */
record LogCosh(double width) implements ResidualLoss {
  private static final double STRAIGHT = 30;

  @Override
  public String name() {
    return Choice.text("log-cosh", Map.of("width", width));
  }

  @Override
  public Formula formula() {
    return new Formula("width^2 log cosh(r / width)", "width tanh(r / width)");
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double u = (raw[i] - targets[i]) * (1 / width);
      losses[i] = width * width * logCosh(Math.abs(u));
      raw[i] = width * tanh(u) * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  private static double logCosh(double size) {
    double s = Math.min(size, STRAIGHT);
    double e = Exponential.exp(-s);
    return size - s + Exponential.log1p((1 - e) * (1 - e) / e * 0.5);
  }

  private static double tanh(double u) {
    return 2 * Exponential.sigmoid(2 * u) - 1;
  }

  @Override
  public double slope(double residual) {
    return width * Math.tanh(residual / width);
  }

  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(1);
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(new LogCosh(width / scale), scale * scale));
  }
}
