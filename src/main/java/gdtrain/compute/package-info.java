/**
 * ND4J ops prepared once and run many times, worker threads, and the start of the backend.
 *
 * <p>A prepared op costs 1 to 2 microseconds where the same call on an array costs 30 to 150,
 * because ND4J builds an operation object, its context and its bookkeeping anew on every call. So
 * every op on arrays of the training loop, but for BLAS's dot, scale and sum, is a {@link
 * gdtrain.compute.Kernel}, bound to arrays that live as long as the run; products of matrices are
 * BLAS's own routines, which cost less still. What would take many ops one after the other, such as
 * a loss or an activation, is a {@link gdtrain.compute.Loop}.
 */
package gdtrain.compute;
