package gdtrain.optimizer;

import java.util.List;

/** The state of an {@link UpdateRule} in one run. */
public interface Updates {
  /**
   * One step.
   *
   * @param parameters changed in place
   * @param gradient at these parameters, uphill; not changed
   * @param learningRate of this step
   */
  void step(double[] parameters, double[] gradient, double learningRate);

  /** All it remembers, live. */
  List<double[]> memory();
}
