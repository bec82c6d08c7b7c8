package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.store.Storage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * The bytes of one table: a file or standard input, gzip undone, readable any number of times.
 *
 * <p>A file is opened anew each time. Standard input and anything else that is not a regular file
 * (a pipe, a terminal) gives its bytes once, so they are kept as they came.
 */
public final class Source {
  private static final int BUFFER = 1 << 16;

  /** A longer line, or more blank ones, is no row of a table but a trap or a damaged file. */
  private static final int LONGEST = 1 << 24;

  private final String name;
  private final Bytes bytes;
  private final Storage storage;
  private final List<Source> originals;
  private String sha256 = "";
  private boolean hashed = true;
  private Optional<Packing> packing = Optional.empty();

  /** Where the bytes come from, before gzip is undone. */
  interface Bytes {
    /** All of them, from the first. */
    InputStream open() throws IOException;

    /** How many there are, asked for once they have been opened; 0 where that is not known. */
    default long size() throws IOException {
      return 0;
    }

    /** Whether it is not known yet that they end. */
    default boolean mayGoOn() {
      return false;
    }

    /** Needs to keep nothing any more of what all open streams have read; none is opened again. */
    default void forget() {}

    /** All of them from one on, asked for once they have been opened. */
    default InputStream openAt(long offset) throws IOException {
      InputStream in = open();
      in.skipNBytes(offset);
      return in;
    }
  }

  private record RegularFile(Path path) implements Bytes {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public long size() throws IOException {
      return Files.size(path);
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
      return Channels.newInputStream(Files.newByteChannel(path).position(offset));
    }
  }

  /** The last bytes of a content, and where the first of them is. */
  static final class Tail {
    private final byte[] bytes;
    private final long offset;

    Tail(byte[] bytes, long offset) {
      this.bytes = bytes;
      this.offset = offset;
    }

    byte[] bytes() {
      return bytes;
    }

    long offset() {
      return offset;
    }
  }

  private Source(String name, Bytes bytes, Storage storage) {
    this(name, bytes, storage, List.of());
  }

  private Source(String name, Bytes bytes, Storage storage, List<Source> originals) {
    this.name = name;
    this.bytes = bytes;
    this.storage = storage;
    this.originals = originals;
    this.packing = originals.isEmpty() ? Optional.empty() : Optional.of(Packing.NONE);
  }

  /** This source with another content made of its own, whose hash stays. */
  Source changed(UnaryOperator<InputStream> change) {
    return new Source(name, new Changed(this, change), storage, List.of(this));
  }

  /** This source of several files with a content made of theirs. */
  Source joined(Supplier<InputStream> content) {
    return new Source(name, content::get, storage, originals);
  }

  /** A part of the content, from the start of a record to the end of one. */
  Source part(byte[] content, int length) {
    return new Source(
        name, () -> new ByteArrayInputStream(content, 0, length), Storage.ofHeap(), List.of(this));
  }

  /**
   * Keeps nothing any more of what all open streams have read, where bytes can be had only once.
   * The source cannot be opened again.
   */
  void forget() {
    bytes.forget();
  }

  /** The files it is made of, where they are several. */
  List<Source> files() {
    return originals.size() > 1 ? originals : List.of();
  }

  /** The content of a source, changed on its way; read to its end even where less is of use. */
  private record Changed(Source source, UnaryOperator<InputStream> change) implements Bytes {
    @Override
    public InputStream open() {
      InputStream whole = source.open();
      return new FilterInputStream(change.apply(whole)) {
        @Override
        public int read() throws IOException {
          int next = in.read();
          return next < 0 ? end() : next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int count = in.read(target, offset, length);
          return count < 0 ? end() : count;
        }

        private int end() throws IOException {
          whole.transferTo(OutputStream.nullOutputStream());
          return -1;
        }
      };
    }

    @Override
    public long size() {
      return source.size(); // about
    }

    @Override
    public boolean mayGoOn() {
      return source.mayGoOn();
    }

    @Override
    public void forget() {
      source.forget();
    }
  }

  /** A source whose table may take all the memory there is. */
  public static Source of(String argument, InputStream standardInput) {
    return of(argument, standardInput, Storage.unlimited());
  }

  /**
   * The source an argument means; nothing is read yet.
   *
   * @param argument a file name, or "-" for standard input
   * @param standardInput read to its end on the first {@link #open} if the argument is "-"
   * @param storage for its table, and for the bytes where they can be had only once
   * @throws BadTable if there is no such file, or it is a directory
   */
  public static Source of(String argument, InputStream standardInput, Storage storage) {
    if (argument.equals("-")) {
      return new Source("standard input", new StoredBytes(() -> standardInput, storage), storage);
    }
    Path path = path(argument);
    if (Files.isDirectory(path)) {
      throw new BadTable(argument + " is a directory; give a CSV file in it");
    }
    if (Files.notExists(path)) {
      throw new BadTable(argument + " does not exist; check the name and the current directory");
    }
    Bytes file = new RegularFile(path);
    Bytes again = Files.isRegularFile(path) ? file : new StoredBytes(file, storage);
    return new Source(argument, again, storage);
  }

  /** Standard input as it comes, gzip undone: nothing is kept, and nothing waits for its end. */
  public static InputStream following(InputStream standardInput) {
    BufferedInputStream in = new BufferedInputStream(standardInput, BUFFER);
    Source source = new Source("standard input", () -> in, Storage.unlimited());
    try {
      in.mark(Packing.LONGEST_MAGIC);
      byte[] head = in.readNBytes(Packing.LONGEST_MAGIC);
      in.reset();
      source.packing = Optional.of(Packing.of(head));
    } catch (IOException e) {
      throw source.fault(e);
    }
    return source.packing.get() == Packing.ZIP ? of("-", in).openUnhashed() : source.openUnhashed();
  }

  /** The source that several arguments mean, one after the other. */
  public static Source of(List<String> arguments, InputStream standardInput, Storage storage) {
    List<Source> files =
        arguments.stream().map(argument -> of(argument, standardInput, storage)).toList();
    String name = files.stream().map(Source::name).collect(Collectors.joining(", "));
    return files.size() == 1
        ? files.get(0)
        : new Source(name, InputStream::nullInputStream, storage, files);
  }

  private static Path path(String argument) {
    if (argument.isEmpty()) {
      throw new BadTable("'' is no file name; give a CSV file, or - for standard input");
    }
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new BadTable(CellText.quoted(argument) + " cannot be a file name; check it", e);
    }
  }

  /** The argument as given, or "standard input". */
  public String name() {
    return name;
  }

  /**
   * The content from its start, decompressed.
   *
   * @throws BadTable if it cannot be opened; the stream throws it too, in place of IOException
   */
  public InputStream open() {
    return open(hashed ? Optional.of(new Sha256()) : Optional.empty());
  }

  /** The content as {@link #open} gives it, not hashed. */
  public InputStream openUnhashed() {
    return open(Optional.empty());
  }

  private InputStream open(Optional<Sha256> hash) {
    try {
      return new Content(unpacked(), originals.isEmpty() ? hash : Optional.empty());
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Spares the time for a hash that nobody asks for. */
  void setUnhashed() {
    hashed = false;
    originals.forEach(Source::setUnhashed);
  }

  /** Whether the hash of its content is not that of what it was made of. */
  boolean hasOwnHash() {
    return hashed && originals.isEmpty();
  }

  /** Takes the hash of the whole content from a reader that made it. */
  void setSha256(String hash) {
    sha256 = hash; // of no use where there is an original
  }

  /**
   * SHA-256 of the decompressed content in hexadecimal, once a stream was read to its end; of
   * several files that of the lines that have theirs.
   */
  public String sha256() {
    if (originals.size() == 1) {
      return originals.get(0).sha256();
    }
    if (!originals.isEmpty()) {
      Sha256 all = new Sha256();
      for (Source file : originals) {
        byte[] line = (file.sha256() + "\n").getBytes(StandardCharsets.US_ASCII);
        all.add(line, 0, line.length);
      }
      return all.hexadecimal();
    }
    if (sha256.isEmpty()) {
      throw new IllegalStateException(name + " has not been read to its end");
    }
    return sha256;
  }

  /** Where the table made of it is to lie. */
  Storage storage() {
    return storage;
  }

  /** How many bytes of content there are; 0 where that is not known before they are read. */
  long size() {
    try {
      return isPacked() ? 0 : bytes.size();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether it comes from a pipe or a device whose end is not met yet. */
  boolean mayGoOn() {
    return bytes.mayGoOn();
  }

  /** Whether there are more bytes of content than that; false where that cannot be told. */
  boolean isLongerThan(int count) {
    try (InputStream in = openUnhashed()) {
      in.skipNBytes(count);
      return in.read() >= 0;
    } catch (IOException | BadTable e) {
      return false; // who reads it says what is wrong
    }
  }

  /** The first bytes of the content, at most so many. */
  byte[] head(int most) {
    try (InputStream in = openUnhashed()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** The last bytes of the content, at most so many; where it is packed, all is read for them. */
  Tail tail(int most) {
    try (InputStream all = openUnhashed()) {
      if (isPacked() || mayGoOn() || !originals.isEmpty()) {
        return tail(all, most);
      }
      long offset = Math.max(0, bytes.size() - most);
      try (InputStream in = bytes.openAt(offset)) {
        return new Tail(in.readNBytes(most), offset);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static Tail tail(InputStream in, int most) throws IOException {
    byte[] before = {};
    byte[] block = new byte[Math.max(most, BUFFER)];
    int count = in.readNBytes(block, 0, block.length);
    long read = count;
    while (count == block.length) {
      byte[] free = before.length == block.length ? before : new byte[block.length];
      before = block;
      block = free;
      count = in.readNBytes(block, 0, block.length);
      read += count;
    }
    byte[] last = Arrays.copyOf(before, before.length + count);
    System.arraycopy(block, 0, last, before.length, count);
    last = Arrays.copyOfRange(last, Math.max(0, last.length - most), last.length);
    return new Tail(last, read - last.length);
  }

  private boolean isPacked() {
    return packing.isPresent() && packing.get() != Packing.NONE;
  }

  private InputStream unpacked() throws IOException {
    if (packing.isEmpty()) {
      packing = Optional.of(Packing.of(bytes));
    }
    return new BufferedInputStream(packing.get().unpacked(name, bytes), BUFFER);
  }

  private BadTable fault(IOException e) {
    boolean damaged =
        e instanceof EOFException
            || e instanceof ZipException
            || packing.filter(p -> p == Packing.GZIP || p == Packing.BZIP2).isPresent();
    if (damaged) {
      return new BadTable(
          "%s is damaged %s data, cut short or with other bytes behind it; make or download it again"
              .formatted(name, packing.orElse(Packing.NONE).word()),
          e);
    }
    if (e instanceof AccessDeniedException) {
      return new BadTable(name + " may not be read; change its permissions", e);
    }
    return new BadTable(name + " cannot be read: " + e.getMessage() + "; check the file", e);
  }

  /** Turns an I/O error into a sentence and, at the end of the stream, notes the hash of it. */
  private final class Content extends FilterInputStream {
    private Optional<Sha256> hash;
    private long ofLine;
    private long blank;

    Content(InputStream in, Optional<Sha256> hash) {
      super(in);
      this.hash = hash;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        int count = in.read(target, offset, length);
        if (count > 0) {
          hash.ifPresent(h -> h.add(target, offset, count));
          limit(target, offset, count);
        } else if (count < 0) {
          hash.ifPresent(h -> setSha256(h.hexadecimal()));
          hash = Optional.empty();
        }
        return count;
      } catch (IOException e) {
        throw fault(e);
      }
    }

    /** Counts by whole buffers, from their end: next to nothing where lines are short. */
    private void limit(byte[] target, int offset, int count) {
      int end = offset + count;
      int line = end;
      while (line > offset && target[line - 1] != '\n' && target[line - 1] != '\r') {
        line--;
      }
      int text = offset;
      while (text < end && target[text] <= ' ' && target[text] > 0) {
        text++;
      }
      ofLine = line == offset ? ofLine + count : end - line;
      blank = text == end ? blank + count : 0;
      if (Math.max(ofLine, blank) > LONGEST) {
        throw new BadTable(
            "%s has %s of more than %,d bytes; it is no table, or damaged"
                .formatted(name, blank > LONGEST ? "blank lines" : "a line", LONGEST));
      }
    }

    @Override
    public long skip(long count) {
      byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
      return Math.max(read(skipped, 0, skipped.length), 0); // what is skipped is hashed, too
    }

    @Override
    public boolean markSupported() {
      return false; // going back would hash bytes twice
    }
  }
}
