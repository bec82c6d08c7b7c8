package gdtrain.loss;

import gdtrain.compute.Exponential;
import gdtrain.compute.Vectors;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Half the deviance of a Poisson distribution, for targets of 0 or more such as counts:
 *
 * <pre>
 *   mu = exp(raw), the prediction
 *   loss = mu - target + target log(target / mu)        mu where the target is 0
 *   dloss/draw = mu - target
 * </pre>
 *
 * <p>It is 0 where the prediction is the target. From raw = 709.8 on, exp overflows: loss and slope
 * are then infinite, and the run counts as diverged. McCullagh and Nelder 1989, "Generalized Linear
 * Models", table 2.1.
 */
record Poisson() implements LogLinkLoss {
  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public Formula formula() {
    return new Formula("mu - y + y log(y / mu)", "mu - y");
  }

  @Override
  public Targets targets() {
    return Targets.NOT_NEGATIVE;
  }

  @Override
  public OptionalDouble exposureWeight(double exposure) {
    return OptionalDouble.of(exposure);
  }

  @Override
  public Optional<Likelihood> likelihood() {
    return Optional.of(Likelihood.POISSON);
  }

  @Override
  public double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double z = LogLinkLoss.counted(raw[i], weights[i]);
      double mu = Exponential.exp(z);
      double target = targets[i];
      double logTarget = target > 0 ? Math.log(target) : 0;
      losses[i] = mu - target - target * (z - logTarget);
      raw[i] = (mu - target) * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }
}
