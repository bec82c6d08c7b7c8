package gdtrain.optimizer;

/** Hyperparameters of an optimizer that turns every gradient into a step, sight unseen. */
public non-sealed interface UpdateRule extends Optimizer {
  /**
   * The learning rate that {@code --lr auto} stands for, the usual one: its paper's or PyTorch's.
   */
  double learningRate();

  /**
   * The fresh state of one run.
   *
   * @param weights 1 for every parameter that is a weight, 0 for every intercept; weight decay acts
   *     on the former only
   */
  Updates updatesFor(double[] weights);
}
