/**
 * From the bytes of a CSV file to a table.
 *
 * <p>{@link gdtrain.table.read.CsvReader} reads a {@link gdtrain.table.read.Source} (gzip or not)
 * by {@link gdtrain.table.read.CsvOptions}. The first record gives the Layout: delimiter, header,
 * names. The first 1,000 records give the CsvSchema: which column holds numbers and which text. One
 * reading then fills the columns; only a later cell that contradicts the guess costs a second one.
 * No cell is kept as a string of its own.
 *
 * <p>ParallelReader shares a reading out: ChunkCutter cuts the bytes where records end, a
 * NumericChunkParser parses chunks of plain numbers, a RecordChunkParser (Commons CSV, which
 * defines the format) all others, and ColumnsBuilder takes the batches in the order of the file. No
 * parser judges a fault in a chunk: from there on RecordChunkParser reads the file itself, so that
 * a sentence never depends on how the work was shared out.
 */
package gdtrain.table.read;
