package gdtrain.loss;

import gdtrain.compute.NdArrays;
import java.util.Optional;

/**
 * Absolute error, {@code loss = |raw - target|}, {@code dloss/draw = sign(raw - target)}, 0 where
 * they are equal; the prediction is the raw output itself and aims at the median (Laplace 1774,
 * Koenker and Bassett 1978).
 */
record AbsoluteError() implements ResidualLoss {
  @Override
  public String name() {
    return "mae";
  }

  @Override
  public Formula formula() {
    return new Formula("|r|", "the sign of r");
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double r = raw[i] - targets[i];
      losses[i] = Math.abs(r);
      raw[i] = slope(r) * weights[i];
    }
    return NdArrays.dot(weights, losses);
  }

  @Override
  public boolean jumps() {
    return true;
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
