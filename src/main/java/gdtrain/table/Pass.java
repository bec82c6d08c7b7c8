package gdtrain.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One reading of a source, chunk by chunk. Whoever reads takes the next chunk off the stream, makes
 * rows of it, and brings the rows to be added and the bytes to be hashed, both in the order of the
 * file. Rows are added as long as nothing is wrong. From the chunk of the first fault on, one lane
 * reads the file to its end, and says with the right line what is wrong.
 */
final class Pass {
  private final Fields fields;
  private final Columns columns;
  private final ChunkCutter cutter;
  private final ChunkPool pool;
  private final boolean numeric;
  private final Sha256 hash = new Sha256();
  private final Ordered<Chunk> hashing = new Ordered<>(this::hash);
  private final Ordered<Chunk> adding = new Ordered<>(this::add);
  private boolean cutting = true;
  private OptionalLong unread = OptionalLong.empty();

  private Pass(Columns columns, Splitting splitting, InputStream bytes) {
    this.fields = columns.fields();
    this.columns = columns;
    this.cutter = new ChunkCutter(bytes, splitting.chunkBytes(), fields.layout().delimiter());
    this.pool = new ChunkPool(fields, 2 * splitting.threads() + 2);
    this.numeric = NumericLane.fits(fields);
  }

  /** Reads all records into the columns; the source then knows its hash. */
  static void fill(Columns columns, Splitting splitting) {
    OptionalLong unread = OptionalLong.of(0);
    if (canBeCut(columns.fields())) {
      unread = cut(columns, splitting);
    }
    if (unread.isPresent()) {
      new RecordLane(columns.fields()).readOn(unread.getAsLong(), columns);
    }
  }

  /** Whether a byte that looks like a delimiter, a quote or a line end always is one. */
  private static boolean canBeCut(Fields fields) {
    Charset encoding = fields.options().encoding();
    return fields.layout().delimiter() < 0x80
        && Stream.of("UTF-8", "US-ASCII", "ISO-8859-", "windows-125")
            .anyMatch(encoding.name()::startsWith);
  }

  /** Reads up to the chunk that is at fault, and gives where it starts, if there is one. */
  private static OptionalLong cut(Columns columns, Splitting splitting) {
    Source source = columns.fields().source();
    try (InputStream bytes = source.openUnhashed()) {
      Pass pass = new Pass(columns, splitting, bytes);
      pass.read(splitting.threads());
      if (pass.unread.isEmpty()) {
        source.setSha256(pass.hash.hexadecimal());
      }
      return pass.unread;
    } catch (IOException e) {
      throw new BadTable(source.name() + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private void read(int threads) {
    new Reader().readNext(); // the chunk with the header, or all there is: no need of threads
    if (!cutter.ended()) {
      Crew.run(threads, () -> new Reader().readAll(), pool::close);
    }
  }

  /** The next chunk; null if there is none, or the pass is to end. */
  private Chunk next() {
    Chunk chunk = pool.take();
    if (chunk == null) {
      return null;
    }
    synchronized (cutter) {
      if (!cutting) {
        return null;
      }
      cutting = false;
      try {
        cutter.cut(chunk);
        cutting = !chunk.isAtFault() && !cutter.ended();
      } catch (BadTable e) {
        chunk.setAtFault();
      }
    }
    return chunk;
  }

  private void hash(Chunk chunk) {
    hash.add(chunk.bytes(), 0, chunk.length());
    pool.release(chunk);
  }

  private void add(Chunk chunk) {
    if (unread.isPresent()) {
      return;
    }
    if (chunk.isAtFault()) {
      unread = OptionalLong.of(chunk.offset());
      pool.close();
      return;
    }
    columns.measure(chunk.batch().rows(), chunk.offset() + chunk.length());
    columns.add(chunk.batch(), columns.lineEnds());
    columns.whenFewWait(() -> pool.release(chunk));
  }

  /** The lanes of one thread. */
  private final class Reader {
    private final NumericLane numbers = new NumericLane(fields);
    private final RecordLane records = new RecordLane(fields);

    void readAll() {
      while (readNext()) {}
    }

    /** Whether there was something to read. */
    boolean readNext() {
      Chunk chunk = next();
      if (chunk == null) {
        return false;
      }
      read(chunk);
      adding.bring(chunk.number(), chunk);
      columns.workOut();
      hashing.bring(chunk.number(), chunk);
      return true;
    }

    private void read(Chunk chunk) {
      if (chunk.isAtFault() || (numeric && numbers.read(chunk))) {
        return;
      }
      chunk.batch().clear();
      try {
        records.read(chunk);
      } catch (BadTable e) {
        chunk.setAtFault(); // the sentence counts lines from the chunk, not from the file
      }
    }
  }
}
