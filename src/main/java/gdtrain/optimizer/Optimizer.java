package gdtrain.optimizer;

/** How descent goes from a gradient to the next point. */
public sealed interface Optimizer permits UpdateRule, SearchRule {
  /**
   * Whether it can follow an l1 penalty: its step is a length times the gradient, so that a
   * proximal step of the same length can follow.
   */
  default boolean proximal() {
    return false;
  }
}
