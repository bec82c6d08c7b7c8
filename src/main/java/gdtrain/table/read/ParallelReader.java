package gdtrain.table.read;

import gdtrain.compute.InOrder;
import gdtrain.compute.Pool;
import gdtrain.compute.Workers;
import gdtrain.table.BadTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One reading of a source by several threads, chunk by chunk. A thread takes the next chunk off the
 * stream, parses it, and brings the rows to be added and the bytes to be hashed, both in the order
 * of the file. Rows are added as long as nothing is wrong. From the chunk of the first fault on,
 * one parser reads the file to its end, and says with the right line what is wrong.
 */
final class ParallelReader {
  private final CsvSchema schema;
  private final ColumnsBuilder columns;
  private final ChunkCutter cutter;
  private final Pool<Chunk> chunks; // limited, so that parsing cannot run ahead of the rest
  private final boolean numeric;
  private final Sha256 hash = new Sha256();
  private final InOrder<Chunk> hashing = new InOrder<>(this::hash);
  private final InOrder<Chunk> adding = new InOrder<>(this::add);
  private boolean cutting = true;
  private OptionalLong unread = OptionalLong.empty();

  private ParallelReader(ColumnsBuilder columns, int threads, int chunkBytes, InputStream bytes) {
    this.schema = columns.schema();
    this.columns = columns;
    this.cutter = new ChunkCutter(bytes, chunkBytes, schema.layout().dialect());
    this.chunks = new Pool<>(() -> new Chunk(schema), 2 * threads + 2);
    this.numeric = NumericChunkParser.fits(schema);
  }

  /**
   * Reads all records into the columns; the source then knows its hash.
   *
   * @param chunkBytes the size of what a thread reads at a time, about
   */
  static void fill(ColumnsBuilder columns, int threads, int chunkBytes) {
    OptionalLong unread = OptionalLong.of(0);
    CsvSchema schema = columns.schema();
    if (canCut(schema.options().encoding(), schema.layout().delimiter())) {
      unread = readChunks(columns, threads, chunkBytes);
    }
    if (unread.isPresent()) {
      new RecordChunkParser(columns.schema()).parseRest(unread.getAsLong(), columns);
    }
  }

  /** Whether a byte that looks like a delimiter, a quote or a line end always is one. */
  static boolean canCut(Charset encoding, char delimiter) {
    return delimiter < 0x80
        && Stream.of("UTF-8", "US-ASCII", "ISO-8859-", "windows-125")
            .anyMatch(encoding.name()::startsWith);
  }

  /** Reads up to the chunk that is at fault, and returns where it starts, if there is one. */
  private static OptionalLong readChunks(ColumnsBuilder columns, int threads, int chunkBytes) {
    Source source = columns.schema().source();
    try (InputStream bytes = source.openUnhashed()) {
      ParallelReader reader = new ParallelReader(columns, threads, chunkBytes, bytes);
      reader.read(threads);
      if (reader.unread.isEmpty()) {
        source.setSha256(reader.hash.hexadecimal());
      }
      return reader.unread;
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private void read(int threads) {
    new Parsers().readNext(); // the chunk with the header, or all there is: no need of threads
    if (!cutter.ended()) {
      try (Workers workers = new Workers(threads)) {
        workers.runOnEach(() -> new Parsers().readAll(), chunks::close);
      }
    }
  }

  /** The next chunk; empty if there is none, or if reading is to end. */
  private Optional<Chunk> next() {
    Optional<Chunk> taken = chunks.takeUnlessClosed();
    if (taken.isPresent()) {
      synchronized (cutter) {
        if (!cutting) {
          return Optional.empty();
        }
        cut(taken.get());
      }
    }
    return taken;
  }

  private void cut(Chunk chunk) {
    cutting = false;
    try {
      cutter.cut(chunk);
      cutting = !chunk.isAtFault() && !cutter.ended();
    } catch (BadTable e) {
      chunk.setAtFault();
    }
  }

  private void hash(Chunk chunk) {
    if (schema.source().hasOwnHash()) {
      hash.add(chunk.bytes(), 0, chunk.length());
    }
    endStage(chunk);
  }

  private void add(Chunk chunk) {
    if (unread.isPresent()) {
      return;
    }
    if (chunk.isAtFault()) {
      unread = OptionalLong.of(chunk.offset());
      chunks.close();
      return;
    }
    columns.measure(chunk.batch().rows(), chunk.offset() + chunk.length());
    columns.add(chunk.batch(), columns.lineEnds());
    columns.whenFewWait(() -> endStage(chunk));
  }

  private void endStage(Chunk chunk) {
    if (chunk.endStage()) {
      chunks.give(chunk);
    }
  }

  /** The parsers of one thread. */
  private final class Parsers {
    private final NumericChunkParser numbers = new NumericChunkParser(schema);
    private final RecordChunkParser records = new RecordChunkParser(schema);

    void readAll() {
      while (readNext()) {}
    }

    /** Whether there was something to read. */
    boolean readNext() {
      Optional<Chunk> chunk = next();
      chunk.ifPresent(this::read);
      return chunk.isPresent();
    }

    private void read(Chunk chunk) {
      parse(chunk);
      adding.bring(chunk.number(), chunk);
      columns.storeFullSlabs();
      hashing.bring(chunk.number(), chunk);
    }

    private void parse(Chunk chunk) {
      if (chunk.isAtFault() || (numeric && numbers.parse(chunk))) {
        return;
      }
      chunk.batch().clear();
      try {
        records.parse(chunk);
      } catch (BadTable e) {
        chunk.setAtFault(); // the sentence counts lines from the chunk, not from the file
      }
    }
  }
}
