/**
 * From a table and the user's settings to datasets that can be learned from.
 *
 * <p>{@link gdtrain.dataset.preparation.Roles} names target, weight and inputs; rows that cannot be
 * used are left out; a {@link gdtrain.dataset.preparation.Holdout} splits off validation and test
 * rows, or {@link gdtrain.dataset.preparation.Folds} cut the rows for cross-validation; {@link
 * gdtrain.dataset.preparation.SchemaFit} fits a schema on the training rows. The result is {@link
 * gdtrain.dataset.preparation.Prepared}.
 */
package gdtrain.dataset.preparation;
