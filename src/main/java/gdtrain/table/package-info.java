/**
 * CSV to typed columns, and nothing else.
 *
 * <p>{@link gdtrain.table.read.Source} (bytes, gzip or not) is decoded strictly, cut into records
 * with a guessed delimiter and header, and becomes a {@link gdtrain.table.Table} of {@link
 * gdtrain.table.NumericColumn} and {@link gdtrain.table.TextColumn}. What was assumed on the way is
 * in {@link gdtrain.table.Table#notes}; data that cannot be read is a {@link
 * gdtrain.table.BadTable}. Two readings fix the kind of every column: the first 1,000 records are
 * looked at for a guess, one pass fills the columns, and only a later cell that contradicts the
 * guess costs another pass. No cell is kept as a string of its own.
 *
 * <p>A pass is shared out: bytes, cut where records end (ChunkCutter), to rows (RecordLane, which
 * is Commons CSV and defines the format, or NumericLane, which takes plain numbers only and gives
 * the same), to columns, in the order of the file (Ordered, Columns). No lane judges a fault in a
 * chunk: from there on RecordLane reads the file itself, so that a sentence never depends on how
 * the work was shared out.
 *
 * <p>Numbers, and codes for texts, lie outside of Java's heap as far as {@link
 * gdtrain.table.store.Storage} allows, and beyond in a file (Numbers, FiledSlabs, ScratchFile). A
 * table of chosen rows has their numbers only, and reads through them. What is known of all rows,
 * means and deviations and, where it is wished for, a factor of the columns, is made on the way
 * (Summary).
 */
package gdtrain.table;
