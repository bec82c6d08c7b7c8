package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Down to a share of the base rate along half a cosine, {@code b (end + (1 - end) (1 + cos(pi p)) /
 * 2)}: b in the first epoch, towards {@code b end} in the last. Loshchilov and Hutter 2017, "SGDR:
 * stochastic gradient descent with warm restarts", equation 5, without restarts.
 *
 * @param end share of the base rate that the run ends towards
 */
record CosineDecay(double end) implements Schedule {
  static CosineDecay of(Choice choice) {
    return new CosineDecay(choice.number("end", 0, Range.BELOW_ONE));
  }

  @Override
  public boolean paced() {
    return true;
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> base * between(1, end, Schedule.progress(epoch, epochs));
  }

  /** From one value to another along half a cosine, as the share goes from 0 to 1. */
  static double between(double from, double to, double share) {
    return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
  }
}
