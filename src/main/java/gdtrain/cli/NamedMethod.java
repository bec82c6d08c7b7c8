package gdtrain.cli;

import gdtrain.train.Method;
import java.util.OptionalInt;

/**
 * How descent goes, with the words for it.
 *
 * @param method what an epoch is made of
 * @param batchRows rows of a step; empty for all
 * @param description optimizer, settings, learning rate and schedule
 */
record NamedMethod(Method method, OptionalInt batchRows, String description) {
  /** Whether its steps depend on how many epochs the run has at most. */
  boolean paced() {
    return method instanceof Method.Updating updating && updating.schedule().paced();
  }
}
