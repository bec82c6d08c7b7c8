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

  /** The arrays of its state, not copies. */
  List<double[]> memory();

  /** What {@link #step} does. */
  interface Step {
    /** One step, with the letters of the papers: parameters, gradient, learning rate. */
    void go(double[] w, double[] g, double eta);
  }

  /** A step and the arrays in which it remembers. */
  static Updates of(List<double[]> memory, Step step) {
    return new Updates() {
      @Override
      public void step(double[] parameters, double[] gradient, double learningRate) {
        step.go(parameters, gradient, learningRate);
      }

      @Override
      public List<double[]> memory() {
        return memory;
      }
    };
  }
}
