package gdtrain.loss;

import gdtrain.choice.Choice;
import gdtrain.compute.Exponential;
import gdtrain.compute.Vectors;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

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
record Focal(double gamma) implements Loss {
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
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    return raw.length == weights.length
        ? binary(raw, targets, weights, room)
        : softmax(raw, targets, weights, room[0]);
  }

  /** l = log(1 + exp(-z)) as in {@link BinaryCrossEntropy}, where z = sign raw. */
  private double binary(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double sign = 2 * targets[i] - 1;
      double z = sign * raw[i];
      double l = Math.max(-z, 0) + Exponential.log1p(Exponential.exp(-Math.abs(z)));
      double p = Exponential.sigmoid(z);
      double q = Exponential.sigmoid(-z);
      double power = Math.pow(q, gamma);
      losses[i] = power * l;
      raw[i] = -sign * ((q + p * l * gamma) * power) * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  /**
   * After the row's maximum is subtracted, e = exp(raw): p = e[class] / sum, q = the others / sum,
   * and l = log(1 + (e[class] - 1) + others) - raw[class], which keeps small others beside a class
   * of e = 1.
   */
  private double softmax(double[] raw, double[] targets, double[] weights, double[] losses) {
    int classes = raw.length / weights.length;
    for (int row = 0; row < weights.length; row++) {
      int from = row * classes;
      int end = from + classes;
      SoftmaxCrossEntropy.subtractLargest(raw, from, end);
      double ofClass = 0;
      double logOfClass = 0;
      double others = 0;
      for (int k = from; k < end; k++) {
        double e = Exponential.exp(raw[k]);
        ofClass += targets[k] * e;
        logOfClass += targets[k] * raw[k];
        others += (1 - targets[k]) * e;
        raw[k] = e;
      }
      double total = ofClass + others;
      double p = ofClass / total;
      double q = others / total;
      double l = Exponential.log1p(ofClass - 1 + others) - logOfClass;
      double power = Math.pow(q, gamma);
      double factor = (1 + (l + TINY) / (q + TINY) * p * gamma) * power;
      for (int k = from; k < end; k++) {
        raw[k] = (raw[k] / total - targets[k]) * factor * weights[row];
      }
      losses[row] = power * l;
    }
    return Vectors.weightedSum(weights, losses);
  }

  @Override
  public String rawOutput() {
    return "the log-odds of a class";
  }

  @Override
  public void link(double[] raw, int outputs) {
    if (outputs == 1) {
      BinaryCrossEntropy.sigmoid(raw);
    } else {
      SoftmaxCrossEntropy.softmax(raw, outputs);
    }
  }

  @Override
  public double[] bestConstant(Observations observations) {
    return new BestConstant(gamma).best(Constants.means(observations));
  }

  /**
   * The constant with the lowest focal loss: probabilities p[k] that minimise {@code sum_k share[k]
   * f(p[k])} and sum to 1, where {@code f(p) = -(1 - p)^gamma log p} is convex.
   *
   * <p>At the minimum all {@code -share[k] f'(p[k])} are one number lambda (Lagrange). Each p[k]
   * falls as lambda rises, so both are found by bisection.
   *
   * @param gamma of the focal loss
   */
  private record BestConstant(double gamma) {
    /** The raw outputs: one, or one for every class. */
    double[] best(double[] means) {
      if (means.length == 1) {
        double[] p = probabilities(1 - means[0], means[0]);
        return new double[] {Constants.finite(Math.log(p[1]) - Math.log(p[0]))};
      }
      return Arrays.stream(probabilities(means)).map(p -> Constants.finite(Math.log(p))).toArray();
    }

    private double[] probabilities(double... shares) {
      DoubleUnaryOperator missing = lambda -> 1 - Arrays.stream(at(lambda, shares)).sum();
      double high = 1;
      while (missing.applyAsDouble(high) < 0) {
        high *= 2;
      }
      double[] p = at(Constants.crossing(missing, 0, high), shares);
      double sum = Arrays.stream(p).sum();
      return Arrays.stream(p).map(share -> share / sum).toArray();
    }

    private double[] at(double lambda, double[] shares) {
      return Arrays.stream(shares)
          .map(s -> s == 0 ? 0 : Constants.crossing(p -> lambda - s * descent(p), 0, 1))
          .toArray();
    }

    /** {@code -f'(p)}. */
    private double descent(double p) {
      double power = Math.pow(1 - p, gamma);
      return power / p - gamma * power / (1 - p) * Math.log(p);
    }
  }
}
