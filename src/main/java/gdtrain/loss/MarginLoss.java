package gdtrain.loss;

/**
 * A loss of how far sign raw lies below a margin of 1, where sign is -1 for target 0 and +1 for
 * target 1. The prediction is the raw output itself: its sign tells the class.
 */
interface MarginLoss extends Loss {
  @Override
  default Targets targets() {
    return Targets.TWO_CLASSES;
  }

  @Override
  default boolean probabilities() {
    return false;
  }

  @Override
  default String rawOutput() {
    return "the side of a class";
  }

  @Override
  default void link(double[] raw, int outputs) {
    // identity
  }

  /** {@code sum w sign / sum w}. */
  static double meanSign(Observations observations) {
    return 2 * Constants.means(observations)[0] - 1;
  }
}
