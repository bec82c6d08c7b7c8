package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cross-entropy of K outputs, one for each class, with the softmax as link; the targets are 1 for
 * the row's class and 0 elsewhere:
 *
 * <pre>
 *   p[k] = exp(raw[k]) / sum_j exp(raw[j])
 *   loss = -sum_k target[k] log p[k] = log sum_j exp(raw[j]) - sum_k target[k] raw[k]
 *   dloss/draw[k] = p[k] - target[k]
 * </pre>
 *
 * <p>The row's maximum is subtracted first, so that {@code exp} cannot overflow. It is the negative
 * log-likelihood of multinomial logistic regression (Bishop 2006, section 4.3.4).
 *
 * @param smoothing of the targets
 */
record SoftmaxCrossEntropy(Smoothing smoothing) implements Loss {
  @Override
  public String name() {
    return smoothing.name("softmax-cross-entropy");
  }

  @Override
  public Targets targets() {
    return Targets.MORE_CLASSES;
  }

  @Override
  public boolean endlessIfSeparable() {
    return smoothing.share() == 0;
  }

  @Override
  public BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray product = Vectors.zeros(raw.rows(), raw.columns());
    INDArray ofClass = Vectors.zeros(raw.rows(), 1);
    INDArray perRow = Vectors.zeros(raw.rows(), 1); // the maximum, then the sum
    INDArray rowLoss = Vectors.zeros(raw.rows(), 1);
    INDArray smooth = smoothing.buffer(targets);
    Kernel toLoss =
        Kernel.sequence(
            smoothing.refresh(targets, raw.columns(), smooth),
            Kernel.rowMaxima(raw, perRow),
            Kernel.subtract(raw, perRow, raw),
            Kernel.times(raw, smooth, product),
            Kernel.rowSums(product, ofClass),
            Pointwise.exp(raw, raw),
            Kernel.rowSums(raw, perRow),
            Pointwise.log(perRow, rowLoss),
            Kernel.subtract(rowLoss, ofClass, rowLoss));
    Kernel toSlope =
        Kernel.sequence(
            Kernel.divide(raw, perRow, raw),
            Kernel.subtract(raw, smooth, raw),
            Kernel.times(raw, weights, raw));
    return () -> {
      toLoss.run();
      toSlope.run();
      return Vectors.dot(weights, rowLoss);
    };
  }

  /**
   * {@code u'(diag p - pp')u}, the variance of numbers u whose squares sum to 1, at most a quarter
   * of the square of their spread, which is 2 at most (Bohning 1992, "Multinomial logistic
   * regression algorithm").
   */
  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(0.5);
  }

  @Override
  public String rawOutput() {
    return "the log-odds of a class";
  }

  @Override
  public void link(INDArray raw) {
    softmax(raw);
  }

  /** Turns raw outputs into probabilities in place. */
  static void softmax(INDArray raw) {
    INDArray perRow = Vectors.zeros(raw.rows(), 1);
    Kernel.rowMaxima(raw, perRow).run();
    Kernel.subtract(raw, perRow, raw).run();
    Pointwise.exp(raw, raw).run();
    Kernel.rowSums(raw, perRow).run();
    Kernel.divide(raw, perRow, raw).run();
  }

  @Override
  public double[] bestConstant(double[] targets, double[] weights) {
    double[] means = Constants.means(targets, weights);
    return Arrays.stream(means)
        .map(mean -> Constants.finite(Math.log(smoothing.of(mean, means.length))))
        .toArray();
  }
}
