/**
 * How cells are written: which stand for missing values, and which for numbers, dates or times. It
 * is known from options or a saved model, or detected from all distinct cells of a column.
 */
package gdtrain.table.format;
