package gdtrain.loss;

import gdtrain.compute.Exponential;
import gdtrain.compute.Vectors;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Half the deviance of a gamma distribution, for targets above 0 whose spread grows with their
 * size, such as amounts and durations:
 *
 * <pre>
 *   mu = exp(raw), the prediction
 *   loss = log(mu / target) + target / mu - 1
 *   dloss/draw = 1 - target / mu
 * </pre>
 *
 * <p>It is 0 where the prediction is the target, and depends on their ratio only. Where mu is 1e308
 * times smaller than the target, exp overflows: the loss is then infinite, its slope -infinity, and
 * the run counts as diverged. McCullagh and Nelder 1989, "Generalized Linear Models", table 2.1.
 */
record Gamma() implements LogLinkLoss {
  @Override
  public String name() {
    return "gamma";
  }

  @Override
  public Formula formula() {
    return new Formula("log(mu / y) + y / mu - 1", "1 - y / mu");
  }

  @Override
  public Targets targets() {
    return Targets.POSITIVE;
  }

  @Override
  public OptionalDouble exposureWeight(double exposure) {
    return OptionalDouble.of(1);
  }

  @Override
  public Optional<Likelihood> likelihood() {
    return Optional.of(Likelihood.GAMMA);
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double z = LogLinkLoss.counted(raw[i], weights[i]);
      double logRatio = z - Math.log(targets[i]);
      double inverse = Exponential.exp(-logRatio);
      losses[i] = logRatio - 1 + inverse;
      raw[i] = (1 - inverse) * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }
}
