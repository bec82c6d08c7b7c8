/**
 * The saved model: everything that is needed to predict, and how it was trained, as one readable
 * JSON file that round-trips exactly.
 */
package gdtrain.model;
