/** How sure the parameters and the predictions of a model are. */
package gdtrain.run.uncertainty;
