package gdtrain.loss;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Squared error of one output, {@code loss = (raw - target)^2}, {@code dloss/draw = 2 (raw -
 * target)}; the prediction is the raw output itself and aims at the mean (Legendre 1805, Gauss
 * 1809).
 */
record SquaredError() implements Loss {
  @Override
  public String name() {
    return "mse";
  }

  @Override
  public Formula formula() {
    return new Formula("r^2", "2 r");
  }

  @Override
  public Targets targets() {
    return Targets.NUMBERS;
  }

  @Override
  public Optional<Likelihood> likelihood() {
    return Optional.of(Likelihood.GAUSSIAN);
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double residual = raw[i] - targets[i];
      double weighted = residual * weights[i];
      sum += residual * weighted;
      raw[i] = 2 * weighted;
    }
    return sum;
  }

  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(2);
  }

  @Override
  public boolean quadratic() {
    return true;
  }

  @Override
  public String rawOutput() {
    return "the number";
  }

  @Override
  public void link(double[] raw, int outputs) {
    // identity
  }

  @Override
  public double[] bestConstant(Observations observations) {
    return Constants.means(observations);
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(this, scale * scale));
  }
}
