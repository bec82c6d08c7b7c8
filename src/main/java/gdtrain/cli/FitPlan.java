package gdtrain.cli;

import gdtrain.train.Limits;
import gdtrain.train.Regularisation;

/**
 * What the options say of a run, checked.
 *
 * @param loss what is minimised
 * @param method how descent goes
 * @param limits when to stop
 * @param l1 factor of the absolute weights
 * @param l2 factor of half the squared weights
 * @param threads to work with
 */
record FitPlan(
    LossPlan loss, NamedMethod method, Limits limits, double l1, double l2, int threads) {
  /** Checks the factors. */
  FitPlan {
    Regularisation.check(l1, l2);
  }
}
