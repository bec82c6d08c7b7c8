/**
 * From typed columns to row blocks of numbers: which column plays which role, imputation, dummy
 * coding, powers and products, scaling, splitting.
 *
 * <p>One way through: {@link gdtrain.dataset.preparation.Roles} names target, weight and inputs of
 * a table, {@link gdtrain.dataset.encoding.Schema} is fitted on the training rows and encodes any
 * table into a {@link gdtrain.dataset.Dataset}, a sequence of {@link gdtrain.dataset.Block}s that
 * lie in memory or are made anew whenever they are read.
 */
package gdtrain.dataset;
