package gdtrain.table.read;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import gdtrain.table.NumberSyntax;
import gdtrain.table.store.Decimals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Parses chunks of plain numbers straight from their bytes, without a string or an object for a
 * cell. It gives what {@link RecordChunkParser} gives, or nothing: whatever is not plainly a number
 * or a missing cell (quotes, other texts, ragged records, infinite numbers, blanks other than space
 * and tab) is left to that parser, which says what it is.
 */
final class NumericChunkParser {
  /** The most decimal digits that always fit a long. */
  private static final int DIGITS = 18;

  /** Whole numbers up to here are exact doubles. */
  private static final long EXACT = 1L << 53;

  private final CsvSchema schema;
  private final int columns;
  private final byte delimiter;
  private final int comment;
  private final byte[][] missing;
  private byte[] bytes = {};
  private ByteBuffer words = EightDigits.in(bytes);
  private int at;
  private long digits;
  private int end;
  private boolean unsure;

  NumericChunkParser(CsvSchema schema) {
    this.schema = schema;
    this.columns = schema.columns();
    this.delimiter = (byte) schema.layout().delimiter();
    this.comment = schema.layout().dialect().comment().orElse(Character.MAX_VALUE);
    this.missing =
        Stream.concat(
                schema.options().missing().everywhere().stream(),
                schema.options().missing().amongNumbers().stream())
            .filter(
                StandardCharsets.US_ASCII.newEncoder()::canEncode) // these bytes in every encoding
            .map(token -> token.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
  }

  /** Whether a file can have chunks for this parser. */
  static boolean fits(CsvSchema schema) {
    boolean numbers = schema.numericColumns() == schema.columns();
    char delimiter = schema.layout().delimiter();
    return numbers
        && schema.options().formats().pointIsDecimal()
        && "0123456789+-.eE".indexOf(delimiter) < 0
        && !schema.layout().hasHeaderOfNumbers(schema.options());
  }

  /** Parses the rows of a chunk; false if it has something that is not plainly a number. */
  boolean parse(Chunk chunk) {
    if ((chunk.isFirst() && schema.isStart()) || chunk.isQuoted()) {
      return false;
    }
    end = chunk.length();
    bytes = chunk.bytes(); // a line end stands behind the last, so that no loop looks for it
    words = EightDigits.in(bytes);
    at = 0;
    unsure = false;
    long lines = 0;
    for (; at < end && !unsure; lines++) {
      row(chunk.batch(), lines + 1);
    }
    chunk.batch().setLineEnds(lines);
    return !unsure;
  }

  /** Parses a line: a row, or nothing where it is blank. */
  private void row(RecordBatch batch, long line) {
    if (bytes[at] == comment) {
      skipComment();
      batch.addComments(1, line);
    }
    skipBlanks();
    if (!atLineEnd()) {
      int first = batch.newRow();
      double[] numbers = batch.numbers();
      for (int column = 0; column < columns && !unsure; column++) {
        numbers[first + column] = cell(batch, column);
        unsure |= column < columns - 1 ? bytes[at++] != delimiter : !atLineEnd();
      }
      batch.endRow(line);
    }
    if (unsure) {
      return;
    }
    at += bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1;
  }

  /** Goes to the end of the line, if it is plain text in every encoding. */
  private void skipComment() {
    for (; !atLineEnd(); at++) {
      unsure |= bytes[at] < ' ' && bytes[at] != '\t';
    }
  }

  private boolean atLineEnd() {
    return bytes[at] == '\n' || bytes[at] == '\r';
  }

  private void skipBlanks() {
    while ((bytes[at] == ' ' || bytes[at] == '\t') && bytes[at] != delimiter) {
      at++;
    }
  }

  /** Parses up to the delimiter or line end. */
  private double cell(RecordBatch batch, int column) {
    skipBlanks();
    int start = at;
    double number = number(start);
    if (!Double.isNaN(number)) {
      skipBlanks();
      if (bytes[at] == delimiter || atLineEnd()) {
        return schema.unlessMissing(number);
      }
    }
    at = start;
    unsure |= !skipMissing(batch, column);
    return Double.NaN;
  }

  /**
   * Parses what {@link NumberSyntax} calls a number, words excepted; NaN if there is none, or none
   * that is finite. This is where most of the time is spent, hence the local variables.
   */
  private double number(int start) {
    byte[] text = bytes;
    boolean negative = text[start] == '-';
    int first = negative || text[start] == '+' ? start + 1 : start;
    digits = 0;
    int p = afterDigits(first);
    int count = p - first;
    int fraction = 0;
    if (text[p] == '.') {
      int point = p + 1;
      p = afterDigits(point);
      fraction = p - point;
      count += fraction;
    }
    at = p;
    if (count == 0) {
      return Double.NaN;
    }
    int scale = ((text[p] | 0x20) == 'e' ? exponent() : 0) - fraction;
    if (count > DIGITS || digits > EXACT || Math.abs(scale) > Decimals.MOST_EXPONENT) {
      return exact(start);
    }
    double number = Decimals.nearest(digits, scale);
    return negative ? -number : number;
  }

  /** Appends the digits from a place on to those before; returns the place behind them. */
  private int afterDigits(int place) {
    int p = place;
    int count;
    do {
      long eight = EightDigits.at(words, p);
      count = EightDigits.count(eight);
      digits = EightDigits.append(digits, eight, count);
      p += count;
    } while (count == Long.BYTES);
    return p;
  }

  /** Parses an exponent; one without digits, or with many, is a large number. */
  private int exponent() {
    at++;
    boolean negative = bytes[at] == '-';
    at += negative || bytes[at] == '+' ? 1 : 0;
    int first = at;
    int value = 0;
    for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = 10 * value + bytes[at] - '0'; // of no use where there are too many
    }
    if (at == first || at - first > 3) {
      return Short.MAX_VALUE;
    }
    return negative ? -value : value;
  }

  private double exact(int start) {
    if (bytes[at - 1] != '.' && (bytes[at - 1] < '0' || bytes[at - 1] > '9')) {
      return Double.NaN; // an exponent without digits
    }
    double number = JavaDoubleParser.parseDouble(bytes, start, at - start);
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** Whether the cell stands for a missing value; if so, goes to its end. */
  private boolean skipMissing(RecordBatch batch, int column) {
    int start = at;
    while (bytes[at] != delimiter && !atLineEnd()) {
      at++;
    }
    int last = at;
    while (last > start && (bytes[last - 1] == ' ' || bytes[last - 1] == '\t')) {
      last--;
    }
    if (last == start) {
      return true;
    }
    for (byte[] token : missing) {
      if (Arrays.equals(bytes, start, last, token, 0, token.length)) {
        batch.noteMissing(column, token);
        return true;
      }
    }
    return false;
  }
}
