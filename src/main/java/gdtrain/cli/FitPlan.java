package gdtrain.cli;

import gdtrain.optimizer.StepRule;
import gdtrain.train.Limits;

/**
 * What the options say of a run, checked.
 *
 * @param rule length of the steps
 * @param limits when to stop
 * @param l1 factor of the absolute weights
 * @param l2 factor of half the squared weights
 * @param threads to work with
 */
record FitPlan(StepRule rule, Limits limits, double l1, double l2, int threads) {
  /** Checks the factors. */
  FitPlan {
    if (!(l1 >= 0) || Double.isInfinite(l1) || !(l2 >= 0) || Double.isInfinite(l2)) {
      throw new IllegalArgumentException("--l1 and --l2 must be numbers of 0 or more");
    }
  }
}
