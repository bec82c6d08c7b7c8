package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.store.Storage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of one table: a file or standard input, gzip undone, readable any number of times.
 *
 * <p>A file is opened anew each time. Standard input and anything else that is not a regular file
 * (a pipe, a terminal) gives its bytes once, so they are kept as they came.
 */
public final class Source {
  private static final int BUFFER = 1 << 16;
  private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

  private final String name;
  private final Bytes bytes;
  private final Storage storage;
  private String sha256 = "";
  private boolean packed;

  /** Where the bytes come from, before gzip is undone. */
  interface Bytes {
    /** All of them, from the first. */
    InputStream open() throws IOException;

    /** How many there are, asked for once they have been opened; 0 where that is not known. */
    default long size() throws IOException {
      return 0;
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
  }

  private Source(String name, Bytes bytes, Storage storage) {
    this.name = name;
    this.bytes = bytes;
    this.storage = storage;
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

  private static Path path(String argument) {
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
    return open(Optional.of(new Sha256()));
  }

  /** The content as {@link #open} gives it, not hashed. */
  InputStream openUnhashed() {
    return open(Optional.empty());
  }

  private InputStream open(Optional<Sha256> hash) {
    try {
      return new Content(decompressed(bytes.open()), hash);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Takes the hash of the whole content from a reader that made it. */
  void setSha256(String hash) {
    sha256 = hash;
  }

  /** SHA-256 of the decompressed content in hexadecimal, once a stream was read to its end. */
  public String sha256() {
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
      return packed ? 0 : bytes.size();
    } catch (IOException e) {
      return 0;
    }
  }

  private InputStream decompressed(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    try {
      in.mark(GZIP_MAGIC.length);
      packed = in.read() == GZIP_MAGIC[0] && in.read() == GZIP_MAGIC[1];
      in.reset();
      return packed ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private BadTable fault(IOException e) {
    if (e instanceof EOFException || e instanceof ZipException) {
      return new BadTable(name + " is damaged gzip data; make or download it again", e);
    }
    if (e instanceof AccessDeniedException) {
      return new BadTable(name + " may not be read; change its permissions", e);
    }
    return new BadTable(name + " cannot be read: " + e.getMessage() + "; check the file", e);
  }

  /** Turns an I/O error into a sentence and, at the end of the stream, notes the hash of it. */
  private final class Content extends FilterInputStream {
    private Optional<Sha256> hash;

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
        } else if (count < 0) {
          hash.ifPresent(h -> setSha256(h.hexadecimal()));
          hash = Optional.empty();
        }
        return count;
      } catch (IOException e) {
        throw fault(e);
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
