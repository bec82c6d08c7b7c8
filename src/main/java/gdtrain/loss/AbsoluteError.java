package gdtrain.loss;

import java.util.Optional;

/**
 * Absolute error, {@code loss = |raw - target|}, {@code dloss/draw = sign(raw - target)}, 0 where
 * they are equal; the prediction is the raw output itself and aims at the median (Laplace 1774,
 * Koenker and Bassett 1978).
 */
record AbsoluteError() implements ResidualLoss, KinkedLoss {
  @Override
  public String name() {
    return "mae";
  }

  @Override
  public Formula formula() {
    return new Formula("|r|", "the sign of r");
  }

  @Override
  public double kink(double target) {
    return target;
  }

  @Override
  public double low(double kink) {
    return -1;
  }

  @Override
  public double high(double kink) {
    return 1;
  }

  @Override
  public double slope(double residual) {
    return Math.signum(residual);
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(this, scale));
  }
}
