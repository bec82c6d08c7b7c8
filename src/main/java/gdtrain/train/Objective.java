package gdtrain.train;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The landscape: a height and a slope at every point. */
public interface Objective {
  /** How many parameters a point has. */
  int parameters();

  /**
   * The mean loss at a point.
   *
   * @param parameters the point, shape (parameters, 1)
   * @param gradient receives dloss/dparameter, pointing uphill, shape (parameters, 1)
   */
  double lossAndGradient(INDArray parameters, INDArray gradient);

  /** The mean loss at a point. */
  double loss(INDArray parameters);
}
