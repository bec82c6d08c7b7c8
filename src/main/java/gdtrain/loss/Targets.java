package gdtrain.loss;

import gdtrain.choice.Range;

/** The targets that a loss can be trained on. */
public enum Targets {
  /** Any number. */
  NUMBERS(Range.FINITE, 0, 0),
  /** Numbers of 0 or more, such as counts. */
  NOT_NEGATIVE(Range.NOT_NEGATIVE, 0, 0),
  /** Numbers above 0. */
  POSITIVE(Range.POSITIVE, 0, 0),
  /** Two classes: one output, target 0 or 1. */
  TWO_CLASSES(Range.FINITE, 2, 2),
  /** Three or more classes: an output each, target 1 for the row's class and 0 elsewhere. */
  MORE_CLASSES(Range.FINITE, 3, Integer.MAX_VALUE),
  /** Two or more classes. */
  CLASSES(Range.FINITE, 2, Integer.MAX_VALUE);

  private final Range range;
  private final int fewest;
  private final int most;

  Targets(Range range, int fewest, int most) {
    this.range = range;
    this.fewest = fewest;
    this.most = most;
  }

  /** The values that a target may have, where it is a number. */
  public Range range() {
    return range;
  }

  /**
   * Whether a target is of this kind.
   *
   * @param classes how many it has; 0 for a number
   */
  public boolean include(int classes) {
    return fewest <= classes && classes <= most;
  }
}
