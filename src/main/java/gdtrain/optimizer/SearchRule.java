package gdtrain.optimizer;

/** Hyperparameters of an optimizer that tries points before it takes a step. */
public non-sealed interface SearchRule extends Optimizer {
  /** The fresh state of one run over so many parameters. */
  Search searchOver(int parameters);
}
