package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    return Kernel.sequence(
        Kernel.subtract(raw, targets, raw), Pointwise.abs(raw, losses), Pointwise.sign(raw, raw));
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
