package gdtrain.loss;

import gdtrain.compute.Exponential;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

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
  public Formula formula() {
    return smoothing.formula(new Formula("-sum t log p", "p - t"));
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
  public Optional<Likelihood> likelihood() {
    return smoothing.likelihood(Likelihood.MULTINOMIAL);
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    int classes = raw.length / weights.length;
    double[] t = smoothing.of(targets, classes, room[1]);
    for (int from = 0; from < raw.length; from += classes) {
      subtractLargest(raw, from, from + classes);
    }
    double[] e = room[0];
    Exponential.decay(raw, e, raw.length);
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      int from = row * classes;
      int end = from + classes;
      double total = 0;
      double ofClass = 0;
      for (int k = from; k < end; k++) {
        total += e[k];
        ofClass += t[k] * raw[k];
      }
      double inverse = 1 / total;
      for (int k = from; k < end; k++) {
        raw[k] = (e[k] * inverse - t[k]) * weights[row];
      }
      sum += weights[row] * (Math.log(total) - ofClass);
    }
    return sum;
  }

  static void subtractLargest(double[] raw, int from, int end) {
    double largest = raw[from];
    for (int k = from + 1; k < end; k++) {
      largest = raw[k] > largest ? raw[k] : largest;
    }
    for (int k = from; k < end; k++) {
      raw[k] -= largest;
    }
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
  public void link(double[] raw, int outputs) {
    softmax(raw, outputs);
  }

  /** Turns raw outputs into probabilities in place. */
  static void softmax(double[] raw, int classes) {
    for (int from = 0; from < raw.length; from += classes) {
      int end = from + classes;
      subtractLargest(raw, from, end);
      double total = 0;
      for (int k = from; k < end; k++) {
        raw[k] = Exponential.exp(raw[k]);
        total += raw[k];
      }
      for (int k = from; k < end; k++) {
        raw[k] /= total;
      }
    }
  }

  @Override
  public double[] bestConstant(Observations observations) {
    double[] means = Constants.means(observations);
    return Arrays.stream(means)
        .map(mean -> Constants.finite(Math.log(smoothing.of(mean, means.length))))
        .toArray();
  }
}
