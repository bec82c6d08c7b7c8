package gdtrain.optimizer.schedule;

/**
 * How the learning rate changes from epoch to epoch.
 *
 * <p>In the formulas b is the base rate, e the epoch from 1, E the most epochs of the run, and
 * {@code p = (e - 1) / E} the progress: 0 in the first epoch, 1 after the last, so that a decay to
 * 0 takes no step of length 0.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * The fresh state of one run.
   *
   * @param base the learning rate that was asked for
   * @param epochs that the run has at most
   */
  LearningRates start(double base, int epochs);

  /** Whether the rates depend on how many epochs the run has at most. */
  default boolean paced() {
    return false;
  }

  /** Whether the rate is the same in all epochs. */
  default boolean constant() {
    return false;
  }

  /** The progress p of an epoch. */
  static double progress(int epoch, int epochs) {
    return (epoch - 1.0) / epochs;
  }
}
