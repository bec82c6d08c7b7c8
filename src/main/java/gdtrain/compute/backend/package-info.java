/**
 * Which backend computes: whether there is a card that ND4J's CUDA backend can run on, why not, and
 * the choice between it and the processor.
 */
package gdtrain.compute.backend;
