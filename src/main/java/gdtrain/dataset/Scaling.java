package gdtrain.dataset;

/** How numeric inputs are scaled, by statistics of the training rows. */
public enum Scaling {
  /** Mean 0 and standard deviation 1 (divisor n). */
  STANDARD,
  /** Smallest value 0, largest 1. */
  MINMAX,
  /** As they are. */
  NONE
}
