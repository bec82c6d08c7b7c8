package gdtrain.table.read;

import gdtrain.table.BadTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Parses records with Commons CSV, which defines the format and accepts all of it. */
final class RecordChunkParser {
  /** Rows that are passed on at once where the rest of a file is read. */
  private static final int ROWS = 1 << 10;

  private final CsvSchema schema;

  RecordChunkParser(CsvSchema schema) {
    this.schema = schema;
  }

  /** Parses the rows of a chunk. Lines, also those in the sentence of a fault, count from it. */
  void parse(Chunk chunk) {
    String name = schema.source().name();
    InputStream bytes = new ByteArrayInputStream(chunk.bytes(), 0, chunk.length());
    boolean start = chunk.isFirst() && schema.isStart();
    Reader text =
        start
            ? StrictReader.open(name, bytes, schema.options().encoding())
            : new StrictReader(name, bytes, schema.options().encoding(), 0);
    try (Records records =
        new Records(text, dialect(), 0, line -> new BadTable(name + " has a quote at fault"))) {
      skipHeader(records, start);
      while (records.next()) {
        chunk.batch().add(records.cells(), records.line());
      }
      chunk.batch().addComments(records.comments(), records.firstComment());
      chunk.batch().setLineEnds(records.lineEnds());
    }
  }

  /**
   * Parses the rows from a byte, where a record starts, to the end of the source.
   *
   * @param offset of the byte; the columns hold all rows before it
   */
  void parseRest(long offset, ColumnsBuilder columns) {
    RecordBatch batch = new RecordBatch(schema);
    boolean start = offset == 0 && schema.isStart();
    try (Records records = records(offset, columns.lineEnds())) {
      skipHeader(records, start);
      while (records.next()) {
        batch.add(records.cells(), records.line());
        if (batch.rows() == ROWS) {
          columns.add(batch, 0);
          columns.storeFullSlabs();
          batch.clear();
        }
      }
      batch.addComments(records.comments(), records.firstComment());
      batch.setLineEnds(records.lineEnds());
    }
    columns.add(batch, 0);
  }

  private Records records(long offset, long linesBefore) {
    Source source = schema.source();
    CsvOptions options = schema.options();
    InputStream bytes = source.open();
    Reader text =
        linesBefore == 0
            ? StrictReader.open(source.name(), bytes, options.encoding())
            : new StrictReader(
                source.name(), skipped(bytes, offset), options.encoding(), linesBefore);
    return new Records(
        text,
        dialect(),
        linesBefore,
        new Records.QuoteFaults(source, options, dialect(), schema.linesBefore()));
  }

  private InputStream skipped(InputStream bytes, long offset) {
    try {
      bytes.skipNBytes(offset);
      return bytes;
    } catch (IOException e) {
      throw new BadTable(
          schema.source().name() + " has become shorter while it was read; try again", e);
    }
  }

  private void skipHeader(Records records, boolean atStart) {
    if (atStart && schema.layout().hasHeader()) {
      records.next();
    }
  }

  private Dialect dialect() {
    return schema.layout().dialect();
  }
}
