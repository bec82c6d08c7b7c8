package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cross-entropy of K outputs, one for each class, with the softmax as link; the targets are 1 for
 * the row's class and 0 elsewhere:
 *
 * <pre>
 *   p[k] = exp(raw[k]) / sum_j exp(raw[j])
 *   loss = -sum_k target[k] log p[k] = log sum_j exp(raw[j]) - raw[class]
 *   dloss/draw[k] = p[k] - target[k]
 * </pre>
 *
 * <p>The row's maximum is subtracted first, so that {@code exp} cannot overflow.
 */
record SoftmaxCrossEntropy() implements Loss {
  /** {@code exp(-FAR)} is 0; stands for infinity, whose product with a target of 0 is no number. */
  private static final double FAR = 1000;

  @Override
  public String name() {
    return "softmax_cross_entropy";
  }

  @Override
  public BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray product = Vectors.zeros(raw.rows(), raw.columns());
    INDArray ofClass = Vectors.zeros(raw.rows(), 1);
    INDArray perRow = Vectors.zeros(raw.rows(), 1); // the maximum, then the sum
    INDArray rowLoss = Vectors.zeros(raw.rows(), 1);
    Kernel toLoss =
        Kernel.sequence(
            Kernel.rowMaxima(raw, perRow),
            Kernel.subtract(raw, perRow, raw),
            Kernel.times(raw, targets, product),
            Kernel.rowSums(product, ofClass),
            Kernel.exp(raw, raw),
            Kernel.rowSums(raw, perRow),
            Kernel.log(perRow, rowLoss),
            Kernel.subtract(rowLoss, ofClass, rowLoss));
    Kernel toSlope =
        Kernel.sequence(
            Kernel.divide(raw, perRow, raw),
            Kernel.subtract(raw, targets, raw),
            Kernel.times(raw, weights, raw));
    return () -> {
      toLoss.run();
      toSlope.run();
      return Vectors.dot(weights, rowLoss);
    };
  }

  @Override
  public void link(INDArray raw) {
    INDArray perRow = Vectors.zeros(raw.rows(), 1);
    Kernel.rowMaxima(raw, perRow).run();
    Kernel.subtract(raw, perRow, raw).run();
    Kernel.exp(raw, raw).run();
    Kernel.rowSums(raw, perRow).run();
    Kernel.divide(raw, perRow, raw).run();
  }

  @Override
  public double[] bestConstant(double[] targetMeans) {
    return Arrays.stream(targetMeans).map(mean -> Math.max(Math.log(mean), -FAR)).toArray();
  }
}
