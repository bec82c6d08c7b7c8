/**
 * From gradient to step: how far to go along the negative gradient.
 *
 * <p>A rule is an immutable record; the state of one run is made fresh by {@link
 * gdtrain.optimizer.StepRule#start}.
 */
package gdtrain.optimizer;
