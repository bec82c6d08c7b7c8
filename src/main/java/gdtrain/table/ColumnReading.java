package gdtrain.table;

import java.util.List;
import java.util.Optional;

/**
 * How the cells of a column were read.
 *
 * @param format how they are written
 * @param origin where its name comes from
 * @param settled whether an option said how to read it
 * @param missing a cell that was read as missing though it is not empty, if there is one
 * @param notes what was assumed, a sentence each
 * @param warnings what is likely a mistake, a sentence each
 */
public record ColumnReading(
    CellFormat format,
    Origin origin,
    boolean settled,
    Optional<String> missing,
    List<String> notes,
    List<String> warnings) {
  /** Copies the lists. */
  public ColumnReading {
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Where a column comes from. */
  public enum Origin {
    /** A column of the file with a name of its own, or one of a file without header. */
    NAMED,
    /** A column of the file whose cell in the header is empty. */
    UNNAMED,
    /** A part of the dates of another column. */
    PART
  }

  /** A column with nothing to say about it. */
  public static ColumnReading of(CellFormat format) {
    return new ColumnReading(format, Origin.NAMED, false, Optional.empty(), List.of(), List.of());
  }
}
