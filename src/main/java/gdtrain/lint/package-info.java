/**
 * Likely mistakes in the training rows, looked for before training.
 *
 * <p>{@link gdtrain.lint.Lint} asks one {@link gdtrain.lint.Rule} after the other; each finding is
 * a sentence with a column or a line and what to do. Rules read the cells of the table, not their
 * encoding, and take at most a few passes over the rows.
 */
package gdtrain.lint;
