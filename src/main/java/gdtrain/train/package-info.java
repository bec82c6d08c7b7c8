/**
 * Descent: the objective and its gradient over all row blocks, the loop, and when to stop; and for
 * least squares the few rows that have the objective of all.
 *
 * <p>Everything that looks at the landscape asks a {@link gdtrain.train.Objective} and nothing
 * else.
 */
package gdtrain.train;
