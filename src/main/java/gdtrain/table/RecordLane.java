package gdtrain.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Reads records with the parser of the format, which takes all there is. */
final class RecordLane {
  /** Rows that are handed on at once where a whole file is read. */
  private static final int ROWS = 1 << 10;

  private final Fields fields;

  RecordLane(Fields fields) {
    this.fields = fields;
  }

  /** Reads the rows of a chunk. What is wrong with it is said with lines that count from it. */
  void read(Chunk chunk) {
    String name = fields.source().name();
    InputStream bytes = new ByteArrayInputStream(chunk.bytes(), 0, chunk.length());
    Reader text =
        chunk.isFirst()
            ? TextInput.open(name, bytes, fields.options().encoding())
            : new StrictReader(name, bytes, fields.options().encoding(), 0);
    try (Records records =
        new Records(text, delimiter(), 0, line -> new BadTable(name + " has a quote at fault"))) {
      skipHeader(records, chunk.isFirst());
      while (records.next()) {
        chunk.batch().add(records.cells(), records.line());
      }
      chunk.batch().setLineEnds(records.lineEnds());
    }
  }

  /**
   * Reads the rows from a byte, where a record starts, to the end of the source.
   *
   * @param offset of the byte; the columns hold all rows before it
   */
  void readOn(long offset, Columns columns) {
    Batch batch = new Batch(fields);
    try (Records records = records(offset, columns.lineEnds())) {
      skipHeader(records, offset == 0);
      while (records.next()) {
        batch.add(records.cells(), records.line());
        if (batch.rows() == ROWS) {
          columns.add(batch, 0);
          columns.workOut();
          batch.clear();
        }
      }
    }
    columns.add(batch, 0);
  }

  private Records records(long offset, long linesBefore) {
    Source source = fields.source();
    CsvOptions options = fields.options();
    InputStream bytes = source.open();
    Reader text =
        offset == 0
            ? TextInput.open(source.name(), bytes, options.encoding())
            : new StrictReader(
                source.name(), behind(bytes, offset), options.encoding(), linesBefore);
    return new Records(
        text,
        delimiter(),
        linesBefore,
        line -> QuoteFault.find(source, options, delimiter(), line));
  }

  private InputStream behind(InputStream bytes, long offset) {
    try {
      bytes.skipNBytes(offset);
      return bytes;
    } catch (IOException e) {
      throw new BadTable(
          fields.source().name() + " has become shorter while it was read; try again", e);
    }
  }

  private void skipHeader(Records records, boolean atStart) {
    if (atStart && fields.layout().heading().present()) {
      records.next();
    }
  }

  private char delimiter() {
    return fields.layout().delimiter();
  }
}
