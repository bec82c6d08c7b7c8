package gdtrain.train;

/** A function of the parameters, a flat vector, with its gradient. */
public interface Objective {
  /** How many parameters a point has. */
  int parameters();

  /**
   * The mean loss at a point.
   *
   * @param parameters the point
   * @param gradient receives dloss/dparameter, pointing uphill
   */
  double lossAndGradient(double[] parameters, double[] gradient);

  /** The mean loss at a point. */
  double loss(double[] parameters);
}
