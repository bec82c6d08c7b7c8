/**
 * Descent: the objective and its gradient over all row blocks, the loop, and when to stop.
 *
 * <p>Everything that looks at the landscape asks a {@link gdtrain.train.Objective} and nothing
 * else.
 */
package gdtrain.train;
