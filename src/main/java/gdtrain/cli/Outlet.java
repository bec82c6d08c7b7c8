package gdtrain.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Where bytes leave the program. A failure is thrown as what the owner makes of it; a {@link
 * PrintStream} alone would only note that there was one, not whether a reader went away or a disk
 * is full.
 */
final class Outlet extends FilterOutputStream {
  private final Function<IOException, RuntimeException> failure;

  private Outlet(OutputStream out, Function<IOException, RuntimeException> failure) {
    super(out);
    this.failure = failure;
  }

  /** A buffered stream of UTF-8 text that throws what {@code failure} makes of a failure. */
  static PrintStream print(OutputStream out, Function<IOException, RuntimeException> failure) {
    OutputStream buffered = new BufferedOutputStream(new Outlet(out, failure), 1 << 13);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure.apply(e);
    }
  }
}
