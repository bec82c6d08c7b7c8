package gdtrain.loss;

import gdtrain.compute.Exponential;
import java.util.Optional;
import java.util.OptionalDouble;

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
  public Formula formula() {
    return smoothing.formula(new Formula("-t log p - (1 - t) log(1 - p)", "p - t"));
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
  public Optional<Likelihood> likelihood() {
    return smoothing.likelihood(Likelihood.BINOMIAL);
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] e = room[0];
    double[] logOnePlus = room[1];
    double[] t = smoothing.of(targets, 2, room[2]);
    Exponential.decay(raw, e, raw.length);
    Exponential.log1p(e, logOnePlus, raw.length);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double z = raw[i];
      double target = t[i];
      sum += weights[i] * (z / 2 + Math.abs(z) / 2 - target * z + logOnePlus[i]);
      raw[i] = (Exponential.sigmoid(z, e[i]) - target) * weights[i];
    }
    return sum;
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
  public void link(double[] raw, int outputs) {
    sigmoid(raw);
  }

  /** Turns raw outputs into probabilities in place. */
  static void sigmoid(double[] raw) {
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Exponential.sigmoid(raw[i]);
    }
  }

  @Override
  public double[] bestConstant(Observations observations) {
    double mean = Constants.means(observations)[0];
    return new double[] {Constants.logit(smoothing.of(mean, 2))};
  }
}
