/**
 * What a text file is, told from its first and last lines: the format it has if it is no CSV, where
 * its header is, which lines are no rows, and how lines of other shapes become lines of CSV.
 *
 * <p>Nothing here opens a file. A line stays a line, so that line numbers are those of the file.
 */
package gdtrain.table.shape;
