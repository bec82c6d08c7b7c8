/**
 * Where the numbers of a table lie: outside of Java's heap as far as {@link
 * gdtrain.table.store.Storage} allows, and beyond in a {@link gdtrain.table.store.ScratchFile}.
 *
 * <p>A {@link gdtrain.table.store.ColumnStoreBuilder} takes rows and makes slabs of them, each with
 * the same rows of all columns; numbers of few decimal digits take half the room (Decimals). What
 * is known of all rows, the {@link gdtrain.table.store.Statistics} of each column and, where it was
 * asked for, a least-squares factor of the columns ({@link gdtrain.table.store.GrowingFactor}), is
 * made on the way, while a slab is in the cache.
 */
package gdtrain.table.store;
