package gdtrain.optimizer;

import java.util.OptionalDouble;

/**
 * Hyperparameters of an optimizer that turns every gradient into a step without a look at where it
 * leads.
 */
public non-sealed interface UpdateRule extends Optimizer {
  /**
   * The learning rate that {@code --lr auto} stands for, the usual one: its paper's or PyTorch's.
   */
  double learningRate();

  /**
   * What learning rate times curvature must stay below for steps with the gradient of all rows to
   * come nearer to the minimum of a parabola; empty where no such number is known.
   */
  default OptionalDouble stability() {
    return OptionalDouble.empty();
  }

  /**
   * The fresh state of one run.
   *
   * @param weights 1 for every parameter that is a weight, 0 for every intercept; weight decay acts
   *     on the former only
   */
  Updates updatesFor(double[] weights);
}
