/**
 * Rows as numbers: what training, metrics and predictions read.
 *
 * <p>A {@link gdtrain.dataset.Dataset} is a sequence of {@link gdtrain.dataset.Block}s that lie in
 * memory or are made anew from a table whenever they are read. {@code gdtrain.dataset.preparation}
 * decides which rows and columns of a table are used and how, and fits a schema on the training
 * rows; {@code gdtrain.dataset.encoding} holds the schema, which encodes any table that has its
 * columns.
 *
 * <p>Dependencies go one way: preparation, encoding, dataset.
 */
package gdtrain.dataset;
