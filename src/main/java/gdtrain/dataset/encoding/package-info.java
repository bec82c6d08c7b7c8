/**
 * From typed columns to numbers: imputation, 0/1 features of categories, products, scaling.
 *
 * <p>A {@link gdtrain.dataset.encoding.Schema} is fitted on the training rows, is kept in the
 * model, and encodes any table with its columns into a {@link gdtrain.dataset.Dataset}. It has an
 * {@link gdtrain.dataset.encoding.Encoding} for each input column, a {@link
 * gdtrain.dataset.encoding.ProductTerm} for each product of features, and a {@link
 * gdtrain.dataset.encoding.Target}.
 */
package gdtrain.dataset.encoding;
