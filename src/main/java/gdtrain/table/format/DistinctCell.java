package gdtrain.table.format;

/**
 * A text that cells of a column have.
 *
 * @param text stripped of outer blanks
 * @param firstLine of the file on which it is met first, from 1
 * @param count how many cells have it
 */
public record DistinctCell(String text, long firstLine, int count) {}
