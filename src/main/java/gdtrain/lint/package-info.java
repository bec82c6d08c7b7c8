/**
 * What is odd about the rows to be learned from, before any step is taken.
 *
 * <p>{@link gdtrain.lint.Lint} asks one {@link gdtrain.lint.Rule} after the other; each finding is
 * a sentence with a column or a line and what to do. Rules read the cells of the table, not what
 * became of them, and take a few passes over the rows at most.
 */
package gdtrain.lint;
