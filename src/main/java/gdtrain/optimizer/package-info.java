/**
 * From gradient to step.
 *
 * <p>Two ways: an {@link gdtrain.optimizer.UpdateRule} turns each gradient into a step without
 * looking where it leads, so it works on mini-batches; its length follows a {@link
 * gdtrain.optimizer.schedule.Schedule}. A {@link gdtrain.optimizer.SearchRule} tries points on the
 * whole landscape and finds the length itself.
 *
 * <p>Conventions: a rule is an immutable record of hyperparameters, and the state of one run is
 * made fresh from it. Parameters and gradients are flat vectors of one length. The gradient points
 * uphill and the step is subtracted. A state's {@code memory()} is the arrays that hold all it
 * remembers, live: they are read to save a run and overwritten to resume it. In formulas w is a
 * parameter, g its gradient, eta the learning rate and t the number of the step, from 1; they hold
 * for every parameter by itself.
 */
package gdtrain.optimizer;
