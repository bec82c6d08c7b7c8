package gdtrain.table.shape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.SortedMap;

/** A text with some of its first lines replaced; bytes of line ends are as in ASCII. */
public final class EditedHead {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private EditedHead() {}

  /**
   * The content of a stream, edited.
   *
   * @param edits the new texts of lines by their numbers, from 1
   */
  public static InputStream of(InputStream in, SortedMap<Long, String> edits, Charset charset) {
    try {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 1;
      int last = -1;
      int next = in.read();
      for (; next >= 0 && number <= edits.lastKey(); next = in.read()) {
        boolean end = next == '\n' || next == '\r';
        if (end && !(next == '\n' && last == '\r')) {
          head.write(edited(line.toByteArray(), number++, edits, charset));
          line.reset();
        }
        (end ? head : line).write(next);
        last = next;
      }
      if (next >= 0) {
        line.write(next);
      } else if (line.size() > 0) {
        byte[] rest = edited(line.toByteArray(), number, edits, charset);
        line.reset();
        line.write(rest);
      }
      head.write(line.toByteArray());
      PushbackInputStream edited = new PushbackInputStream(in, Math.max(1, head.size()));
      edited.unread(head.toByteArray());
      return edited;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] edited(
      byte[] line, long number, SortedMap<Long, String> edits, Charset charset) throws IOException {
    if (!edits.containsKey(number)) {
      return line;
    }
    ByteArrayOutputStream edited = new ByteArrayOutputStream();
    boolean marked =
        number == 1
            && line.length >= MARK.length
            && Arrays.equals(MARK, Arrays.copyOf(line, MARK.length));
    edited.write(marked ? MARK : new byte[0]);
    edited.write(edits.get(number).getBytes(charset));
    return edited.toByteArray();
  }
}
