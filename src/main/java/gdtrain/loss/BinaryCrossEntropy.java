package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Binary cross-entropy of one output, target 0 or 1, with the sigmoid as link:
 *
 * <pre>
 *   p = 1 / (1 + exp(-raw))
 *   loss = -target log p - (1 - target) log(1 - p) = log(1 + exp(raw)) - target raw
 *   dloss/draw = p - target
 * </pre>
 *
 * <p>{@code log(1 + exp(raw))} is computed as {@code max(raw, 0) + log(1 + exp(-|raw|))}, and
 * {@code target raw} is subtracted from its first part row by row, where it cancels exactly for a
 * target of 0 or 1: nothing overflows, and small losses are not lost among large outputs. It is the
 * negative log-likelihood of logistic regression (Cox 1958).
 *
 * @param smoothing of the targets
 */
record BinaryCrossEntropy(Smoothing smoothing) implements Loss {
  @Override
  public String name() {
    return smoothing.name("binary-cross-entropy");
  }

  @Override
  public Targets targets() {
    return Targets.TWO_CLASSES;
  }

  @Override
  public boolean endlessIfSeparable() {
    return smoothing.share() == 0;
  }

  @Override
  public BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray scratch = Vectors.zeros(raw.rows(), 1);
    INDArray product = Vectors.zeros(raw.rows(), 1);
    INDArray smooth = smoothing.buffer(targets);
    Kernel refresh = smoothing.refresh(targets, 2, smooth);
    Kernel positivePart = Pointwise.positivePart(raw, scratch);
    Kernel targetTimesRaw = Kernel.times(raw, smooth, product);
    Kernel cancel = Kernel.subtract(scratch, product, scratch);
    Kernel absolute = Pointwise.abs(raw, scratch);
    Kernel exponential = Pointwise.exp(scratch, scratch);
    Kernel logOnePlus = Pointwise.log1p(scratch, scratch);
    Kernel sigmoid = Pointwise.sigmoid(raw, raw);
    Kernel subtract = Kernel.subtract(raw, smooth, raw);
    Kernel weigh = Kernel.times(raw, weights, raw);
    return () -> {
      refresh.run();
      positivePart.run();
      targetTimesRaw.run();
      cancel.run();
      double sum = Vectors.dot(weights, scratch);
      absolute.run();
      Vectors.scale(-1, scratch);
      exponential.run();
      logOnePlus.run();
      sum += Vectors.dot(weights, scratch);
      sigmoid.run();
      subtract.run();
      weigh.run();
      return sum;
    };
  }

  /** {@code p (1 - p)}, largest where p is one half. */
  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(0.25);
  }

  @Override
  public String rawOutput() {
    return "the log-odds of a class";
  }

  @Override
  public void link(INDArray raw) {
    Pointwise.sigmoid(raw, raw).run();
  }

  @Override
  public double[] bestConstant(double[] targets, double[] weights) {
    double mean = Constants.means(targets, weights)[0];
    return new double[] {Constants.logit(smoothing.of(mean, 2))};
  }
}
