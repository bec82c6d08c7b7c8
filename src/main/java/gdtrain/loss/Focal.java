package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cross-entropy that counts rows less the surer their class is predicted, for rare classes:
 *
 * <pre>
 *   p = probability of the row's class, by sigmoid or softmax;  q = 1 - p;  l = -log p
 *   loss = q^gamma l
 *   one output:  dloss/draw = -sign q^gamma (q + gamma p l)           sign = 2 target - 1
 *   K outputs:   dloss/draw[k] = q^gamma (1 + gamma p l / q) (p[k] - target[k])
 * </pre>
 *
 * <p>With gamma 0 it is the cross-entropy. Lin, Goyal, Girshick, He and Dollar 2017, "Focal loss
 * for dense object detection", equation 4, without their class weights.
 *
 * @param gamma at least 0
 */
record Focal(double gamma) implements RowLoss {
  /** Makes l / q the 1 that it tends to where both are 0; next to any other q it is nothing. */
  private static final double TINY = 1e-300;

  @Override
  public String name() {
    return Choice.text("focal", Map.of("gamma", gamma));
  }

  @Override
  public Formula formula() {
    return new Formula(
        "-(1 - q)^gamma log q with q the probability of the truth",
        "(1 - q)^gamma (1 - gamma q log q / (1 - q)) (p - t)");
  }

  @Override
  public Targets targets() {
    return Targets.CLASSES;
  }

  @Override
  public boolean endlessIfSeparable() {
    return true;
  }

  @Override
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    return raw.columns() == 1 ? binary(raw, targets, losses) : softmax(raw, targets, losses);
  }

  /** l = log(1 + exp(-z)) as in {@link BinaryCrossEntropy}, where z = sign raw. */
  private Kernel binary(INDArray raw, INDArray targets, INDArray l) {
    INDArray signs = Vectors.like(raw);
    INDArray q = Vectors.like(raw);
    return Kernel.sequence(
        MarginLoss.signs(targets, signs),
        Kernel.times(raw, signs, raw),
        Pointwise.timesNumber(raw, -1, q),
        Pointwise.softplus(q, l),
        Pointwise.sigmoid(q, q),
        Pointwise.sigmoid(raw, raw),
        Kernel.times(raw, l, raw),
        Pointwise.timesNumber(raw, gamma, raw),
        Kernel.plus(raw, q, raw),
        Pointwise.power(q, gamma, q),
        Kernel.times(raw, q, raw),
        Kernel.times(raw, signs, raw),
        Pointwise.timesNumber(raw, -1, raw),
        Kernel.times(l, q, l));
  }

  /**
   * After the row's maximum is subtracted, e = exp(raw): p = e[class] / sum, q = the others / sum,
   * and l = log(1 + (e[class] - 1) + others) - raw[class], which keeps small others beside a class
   * of e = 1.
   */
  private Kernel softmax(INDArray raw, INDArray targets, INDArray l) {
    INDArray product = Vectors.like(raw);
    INDArray ofClass = Vectors.like(l); // the maximum, then raw[class], then the sum
    INDArray p = Vectors.like(l);
    INDArray q = Vectors.like(l);
    INDArray factor = Vectors.like(l);
    return Kernel.sequence(
        Kernel.rowMaxima(raw, ofClass),
        Kernel.subtract(raw, ofClass, raw),
        Kernel.times(raw, targets, product),
        Kernel.rowSums(product, ofClass),
        Pointwise.exp(raw, raw),
        Kernel.times(raw, targets, product),
        Kernel.rowSums(product, p),
        Kernel.subtract(raw, product, product),
        Kernel.rowSums(product, q),
        Pointwise.plusNumber(p, -1, l),
        Kernel.plus(l, q, l),
        Pointwise.log1p(l, l),
        Kernel.subtract(l, ofClass, l),
        Kernel.plus(p, q, ofClass),
        Kernel.divide(raw, ofClass, raw),
        Kernel.subtract(raw, targets, raw),
        Kernel.divide(p, ofClass, p),
        Kernel.divide(q, ofClass, q),
        toFactor(l, p, q, factor),
        Kernel.times(raw, factor, raw));
  }

  /** {@code factor = q^gamma (1 + gamma p l / q)}; l becomes the loss, {@code q^gamma l}. */
  private Kernel toFactor(INDArray l, INDArray p, INDArray q, INDArray factor) {
    INDArray divisor = Vectors.like(q);
    return Kernel.sequence(
        Pointwise.plusNumber(l, TINY, factor),
        Pointwise.plusNumber(q, TINY, divisor),
        Kernel.divide(factor, divisor, factor),
        Kernel.times(factor, p, factor),
        Pointwise.timesNumber(factor, gamma, factor),
        Pointwise.plusNumber(factor, 1, factor),
        Pointwise.power(q, gamma, q),
        Kernel.times(factor, q, factor),
        Kernel.times(l, q, l));
  }

  @Override
  public String rawOutput() {
    return "the log-odds of a class";
  }

  @Override
  public void link(INDArray raw) {
    if (raw.columns() == 1) {
      Pointwise.sigmoid(raw, raw).run();
    } else {
      SoftmaxCrossEntropy.softmax(raw);
    }
  }

  @Override
  public double[] bestConstant(Observations observations) {
    return new FocalConstant(gamma).best(Constants.means(observations));
  }
}
