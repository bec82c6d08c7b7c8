package gdtrain.optimizer;

/** How the length of a step (the learning rate) is found. */
public interface StepRule {
  /** The fresh state of one run. */
  Steps start();

  /** What the user should know of it, such as {@code constant 0.01}. */
  String description();
}
