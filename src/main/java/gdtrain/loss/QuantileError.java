package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss whose minimum is a quantile, with r = raw - target:
 *
 * <pre>
 *   loss = (1 - q) max(r, 0) + q max(-r, 0)
 *   dloss/draw = 1 - q where r is above 0, -q where it is below, 0 where it is 0
 * </pre>
 *
 * <p>The prediction is the raw output itself: a share q of the targets lies below it. With q = 0.5
 * it is half the absolute error. Koenker and Bassett 1978, "Regression quantiles", Econometrica 46.
 *
 * @param q between 0 and 1
 */
record QuantileError(double q) implements ResidualLoss {
  @Override
  public String name() {
    return Choice.text("quantile", Map.of("q", q));
  }

  @Override
  public Formula formula() {
    return new Formula("q max(-r, 0) + (1 - q) max(r, 0)", "1 - q where r > 0, -q where r < 0");
  }

  @Override
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    INDArray above = Vectors.like(raw);
    INDArray below = Vectors.like(raw);
    return Kernel.sequence(
        Kernel.subtract(raw, targets, raw),
        Pointwise.positivePart(raw, above),
        Kernel.subtract(above, raw, below),
        Pointwise.timesNumber(above, 1 - q, losses),
        Pointwise.timesNumber(below, q, raw),
        Kernel.plus(losses, raw, losses),
        Pointwise.step(above, above),
        Pointwise.timesNumber(above, 1 - q, above),
        Pointwise.step(below, below),
        Pointwise.timesNumber(below, q, below),
        Kernel.subtract(above, below, raw));
  }

  @Override
  public boolean jumps() {
    return true;
  }

  @Override
  public double slope(double residual) {
    return residual > 0 ? 1 - q : residual < 0 ? -q : 0;
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(this, scale));
  }
}
