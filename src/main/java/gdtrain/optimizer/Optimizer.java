package gdtrain.optimizer;

/** How descent goes from a gradient to the next point. */
public sealed interface Optimizer permits UpdateRule, SearchRule {}
