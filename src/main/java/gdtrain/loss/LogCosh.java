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
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    INDArray size = Vectors.like(raw);
    INDArray gap = Vectors.like(raw);
    return Kernel.sequence(
        Kernel.subtract(raw, targets, raw),
        Pointwise.timesNumber(raw, 1 / width, raw),
        Pointwise.abs(raw, size),
        Pointwise.plusNumber(size, -STRAIGHT, losses),
        Pointwise.positivePart(losses, losses),
        Kernel.subtract(losses, size, size),
        Pointwise.exp(size, size),
        Pointwise.timesNumber(size, -1, gap),
        Pointwise.plusNumber(gap, 1, gap),
        Kernel.times(gap, gap, gap),
        Kernel.divide(gap, size, gap),
        Pointwise.timesNumber(gap, 0.5, gap),
        Pointwise.log1p(gap, gap),
        Kernel.plus(losses, gap, losses),
        Pointwise.timesNumber(losses, width * width, losses),
        Pointwise.tanh(raw, raw),
        Pointwise.timesNumber(raw, width, raw));
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
