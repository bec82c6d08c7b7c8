package gdtrain.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** Opens a source as characters: a byte order mark is checked against the encoding and skipped. */
final class TextInput {
  private TextInput() {}

  static Reader open(Source source, Charset encoding) {
    return open(source.name(), source.openUnhashed(), encoding);
  }

  /** The same of bytes that are the beginning of the file of this name. */
  static Reader open(String name, InputStream bytes, Charset encoding) {
    try {
      BOMInputStream in = withoutMark(bytes);
      return new StrictReader(name, in, marked(name, in, encoding));
    } catch (IOException e) {
      throw new BadTable(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static BOMInputStream withoutMark(InputStream bytes) throws IOException {
    return BOMInputStream.builder()
        .setInputStream(bytes)
        .setByteOrderMarks(
            ByteOrderMark.UTF_8,
            ByteOrderMark.UTF_16LE,
            ByteOrderMark.UTF_16BE,
            ByteOrderMark.UTF_32LE,
            ByteOrderMark.UTF_32BE)
        .get();
  }

  /** The encoding asked for, with the byte order the mark adds to a plain "UTF-16". */
  private static Charset marked(String name, BOMInputStream in, Charset encoding)
      throws IOException {
    if (!in.hasBOM()) {
      return encoding;
    }
    String mark = in.getBOMCharsetName();
    if (mark.startsWith(encoding.name())) {
      return Charset.forName(mark);
    }
    in.close();
    throw new BadTable(
        "%s, line 1: the file starts with the byte order mark of %s but is read as %s; give --encoding %s"
            .formatted(name, mark, encoding.name(), mark.replaceAll("[LB]E$", "")));
  }
}
