package gdtrain.table;

/**
 * Where records end in bytes that start where one does. With quotes among the bytes, this follows
 * the rules of the parser: a quote opens a cell only where the cell starts, after blanks at most.
 * Should it ever see an end where there is none, the parser finds a quote that is not closed.
 */
final class RecordEnds {
  private final char delimiter;

  RecordEnds(char delimiter) {
    this.delimiter = delimiter;
  }

  /** How many bytes there are up to the end of the last record that is whole; 0 if none is. */
  int last(byte[] bytes, int length, boolean quoted) {
    return quoted ? lastOutsideQuotes(bytes, length) : lastLineEnd(bytes, length);
  }

  private static int lastLineEnd(byte[] bytes, int length) {
    for (int end = length; end > 0; end--) {
      if (endsLine(bytes, end, length)) {
        return end;
      }
    }
    return 0;
  }

  /** Whether a line ends before the byte; after a last "\r" it is not known. */
  private static boolean endsLine(byte[] bytes, int end, int length) {
    byte last = bytes[end - 1];
    return last == '\n' || (last == '\r' && end < length && bytes[end] != '\n');
  }

  private int lastOutsideQuotes(byte[] bytes, int length) {
    int last = 0;
    int at = 0;
    while (at < length) {
      at = afterBlanks(bytes, at, length);
      if (at < length && bytes[at] == '"') {
        at = afterQuotes(bytes, at + 1, length);
      }
      while (at < length && bytes[at] != delimiter && !isLineEnd(bytes[at])) {
        at++;
      }
      if (at < length) {
        at++; // the delimiter, or a byte of a line end
        last = endsLine(bytes, at, length) ? at : last;
      }
    }
    return last;
  }

  private int afterBlanks(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length
        && bytes[at] != delimiter
        && !isLineEnd(bytes[at])
        && Character.isWhitespace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Behind the quote that closes a cell; two quotes are one that belongs to the cell. */
  private static int afterQuotes(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length) {
      if (bytes[at++] == '"') {
        if (at == length || bytes[at] != '"') {
          return at;
        }
        at++;
      }
    }
    return at;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
