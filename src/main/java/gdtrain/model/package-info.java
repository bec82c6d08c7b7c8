/**
 * The saved model: everything that is needed to predict, and what was run to get it, as one
 * readable JSON file that round-trips exactly.
 */
package gdtrain.model;
