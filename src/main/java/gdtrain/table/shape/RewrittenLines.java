package gdtrain.table.shape;

import gdtrain.table.BadTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text with every line made anew, in UTF-8: as many lines as it had. */
public final class RewrittenLines extends InputStream {
  private final BufferedReader in;
  private final Rule rule;
  private byte[] bytes = {};
  private int at;
  private long line;

  /** Makes a line of another. */
  public interface Rule {
    /**
     * The line for another.
     *
     * @param number of the line, from 1
     * @throws BadTable if the line is at fault
     */
    String line(long number, String text);
  }

  /** The lines of a text, each made anew by the rule as it is read. */
  public RewrittenLines(Reader text, Rule rule) {
    this.in = new BufferedReader(text);
    this.rule = rule;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && fill()) {
      int more = Math.min(length - count, bytes.length - at);
      System.arraycopy(bytes, at, target, offset + count, more);
      at += more;
      count += more;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private boolean fill() throws IOException {
    if (at < bytes.length) {
      return true;
    }
    String next = in.readLine();
    if (next == null) {
      return false;
    }
    bytes = (rule.line(++line, next) + "\n").getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
