/**
 * What is minimised: a loss per row, its slope with respect to the network's raw output, and its
 * link from raw output to prediction.
 *
 * <p>Conventions for every loss: natural logarithms, no factor one half; {@code raw}, {@code
 * targets} and the slope have shape (rows, outputs), weights (rows, 1); the slope points uphill.
 */
package gdtrain.loss;
