/**
 * Typed columns of a CSV file, and nothing else.
 *
 * <p>{@code gdtrain.table.read} turns a source into a {@link gdtrain.table.Table} of {@link
 * gdtrain.table.NumericColumn} and {@link gdtrain.table.TextColumn}; {@code gdtrain.table.store}
 * keeps their numbers, in memory or in a file. What was assumed while reading is in {@link
 * gdtrain.table.Table#notes}; data that cannot be read is a {@link gdtrain.table.BadTable}. A table
 * of chosen rows has their row numbers only, and reads through them.
 *
 * <p>Dependencies go one way: read, table, store.
 */
package gdtrain.table;
