/**
 * Arithmetic: matrix products by ND4J's BLAS, prepared once and run many times; plain loops over
 * doubles for what acts on single numbers; threads; and the start of the backend.
 *
 * <p>An ND4J call costs 10 to 150 microseconds, because it builds an operation object, its context
 * and its bookkeeping anew. So every product of the training loop is a {@link
 * gdtrain.compute.Kernel}, bound to arrays that live as long as the run. Losses and activations are
 * plain Java over {@code double[]}, with {@link gdtrain.compute.Exponential} for what they need of
 * exp: their formulas can be read, no op has a cost before it starts, and the same bits come out
 * wherever they run.
 */
package gdtrain.compute;
