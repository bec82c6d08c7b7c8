package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    INDArray residual = Vectors.like(raw);
    return Kernel.sequence(
        Kernel.subtract(raw, targets, residual),
        Pointwise.clip(residual, -delta, delta, raw),
        Pointwise.timesNumber(raw, -0.5, losses),
        Kernel.plus(losses, residual, losses),
        Kernel.times(losses, raw, losses));
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
