package gdtrain.report;

import java.io.PrintStream;

/** The program that read an output stream, such as {@code head}, has closed it. */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Flushes a stream.
   *
   * @throws BrokenPipe if nothing reads it any more
   */
  public static void flush(PrintStream out) {
    if (out.checkError()) {
      throw new BrokenPipe();
    }
  }
}
