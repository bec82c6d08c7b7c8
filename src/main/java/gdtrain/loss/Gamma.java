package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  public Kernel rows(INDArray raw, INDArray targets, INDArray losses) {
    return Kernel.sequence(
        Pointwise.log(targets, losses),
        Kernel.subtract(raw, losses, losses),
        Pointwise.timesNumber(losses, -1, raw),
        Pointwise.exp(raw, raw),
        Pointwise.plusNumber(losses, -1, losses),
        Kernel.plus(losses, raw, losses),
        Pointwise.timesNumber(raw, -1, raw),
        Pointwise.plusNumber(raw, 1, raw));
  }
}
