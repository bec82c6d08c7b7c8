package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

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

  /** The logarithm is taken of target + [target is 0], so that a target of 0 counts 0. */
  @Override
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    INDArray distance = Vectors.like(raw);
    return Kernel.sequence(
        Pointwise.step(targets, distance),
        Kernel.subtract(targets, distance, distance),
        Pointwise.plusNumber(distance, 1, distance),
        Pointwise.log(distance, distance),
        Kernel.subtract(raw, distance, distance),
        Kernel.times(distance, targets, distance),
        Pointwise.exp(raw, raw),
        Kernel.subtract(raw, targets, raw),
        Kernel.subtract(raw, distance, losses));
  }
}
