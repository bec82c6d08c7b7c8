/** What single columns do for the predictions of a saved model. */
package gdtrain.run.column;
