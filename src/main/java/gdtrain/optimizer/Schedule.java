package gdtrain.optimizer;

/** How the learning rate changes from epoch to epoch. */
public interface Schedule {
  /**
   * The fresh state of one run.
   *
   * @param base the learning rate that was asked for
   * @param epochs that the run has at most
   */
  LearningRates start(double base, int epochs);
}
