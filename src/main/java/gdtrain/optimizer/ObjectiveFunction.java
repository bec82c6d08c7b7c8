package gdtrain.optimizer;

/** The objective as a {@link Search} evaluates it. */
public interface ObjectiveFunction {
  /** Measures objective and gradient at a point's parameters. */
  void measure(Point point);

  /**
   * The proximal step of the objective's l1 part after a gradient step of a length: weights move
   * towards 0. Does nothing without such a part.
   */
  void shrink(double[] parameters, double length);
}
