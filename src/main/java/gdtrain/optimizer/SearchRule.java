package gdtrain.optimizer;

/** Hyperparameters of an optimizer that tries points before it takes a step. */
public non-sealed interface SearchRule extends Optimizer {
  /** The initial state of a run. */
  Search searchOver(int parameters);
}
