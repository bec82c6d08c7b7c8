/**
 * What is minimised: a loss per row, its slope with respect to the network's raw output, and its
 * link from raw output to prediction.
 *
 * <p>Conventions for every loss: natural logarithms; {@code raw}, {@code targets} and the slope
 * have shape (rows, outputs), weights (rows, 1); the slope points uphill. The squared error has no
 * factor one half; Huber's loss, log-cosh and the deviances have the one of their sources.
 */
package gdtrain.loss;
