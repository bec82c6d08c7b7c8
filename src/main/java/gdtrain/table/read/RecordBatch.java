package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.store.LineNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of some consecutive records, on their way into a table. It is used again and again, so
 * that rows leave no garbage behind.
 */
final class RecordBatch {
  private final CsvSchema schema;
  private final int width;
  private final int firstText;
  private final LevelCodes[] texts;
  private final LineNumbers lines = new LineNumbers();
  private final BitSet contradicted = new BitSet();
  private final Map<Integer, Infinite> infinite = new TreeMap<>();
  private final String[] missing;
  private double[] numbers;
  private long lineEnds;
  private long comments;
  private long firstComment;

  /** A number that is not finite, or a text, should the column turn out to be one of texts. */
  record Infinite(String cell, long line) {}

  RecordBatch(CsvSchema schema) {
    this.schema = schema;
    this.firstText = schema.numericColumns();
    this.texts = new LevelCodes[schema.textColumns()];
    this.width = firstText + texts.length;
    this.numbers = new double[width];
    this.missing = new String[schema.columns()];
    Arrays.setAll(texts, i -> new LevelCodes());
  }

  /** Removes all rows. */
  void clear() {
    lines.clear();
    contradicted.clear();
    infinite.clear();
    Arrays.fill(missing, null);
    for (LevelCodes text : texts) {
      text.clear();
    }
    lineEnds = 0;
    comments = 0;
  }

  /** Adds a record that starts on the line, with stripped cells. */
  void add(String[] cells, long line) {
    if (cells.length != schema.columns()) {
      throw schema.layout().ragged(schema.source(), cells.length, line);
    }
    if (schema.layout().isHeaderAgain(cells)) {
      throw new BadTable(
          "%s, line %d: the record repeats the header; remove it, or give ⟦header⟧ no if the header is data"
              .formatted(schema.source().name(), line));
    }
    int row = newRow();
    for (int column = 0; column < cells.length; column++) {
      if (schema.isNumber(column)) {
        numbers[row + schema.number(column)] = number(column, cells[column], line);
      } else if (schema.isText(column)) {
        numbers[row + firstText + schema.text(column)] = code(column, cells[column], line);
      }
    }
    endRow(line);
  }

  private double code(int column, String cell, long line) {
    if (schema.options().missing().contains(cell)) {
      noteMissing(column, cell);
      return Double.NaN;
    }
    return texts[schema.text(column)].add(cell, line);
  }

  private double number(int column, String cell, long line) {
    if (schema.options().missing().containsAmongNumbers(cell)) {
      noteMissing(column, cell);
      return Double.NaN;
    }
    double value = schema.plainNumber(cell);
    if (Double.isNaN(value)) {
      contradicted.set(column);
    } else if (Double.isInfinite(value)) {
      infinite.putIfAbsent(column, new Infinite(cell, line));
    }
    return schema.unlessMissing(value);
  }

  private void noteMissing(int column, String cell) {
    if (missing[column] == null && !cell.isEmpty()) {
      missing[column] = cell;
    }
  }

  /** Notes that a cell, not empty, is missing. */
  void noteMissing(int column, byte[] cell) {
    if (missing[column] == null) {
      missing[column] = new String(cell, StandardCharsets.US_ASCII);
    }
  }

  /** Makes room for one more row and returns the index in {@link #numbers} where it starts. */
  int newRow() {
    int start = rows() * width;
    if (start + width > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, start + width));
    }
    return start;
  }

  /** Ends the row whose numbers were written, which starts on this line. */
  void endRow(long line) {
    lines.add(line);
  }

  /** Notes how many line ends have been passed. */
  void setLineEnds(long count) {
    lineEnds = count;
  }

  /** Notes lines that are comments, the first of which is on a line. */
  void addComments(long count, long line) {
    if (comments == 0) {
      firstComment = line;
    }
    comments += count;
  }

  long comments() {
    return comments;
  }

  long firstComment() {
    return firstComment;
  }

  int rows() {
    return lines.size();
  }

  /** The numbers, row after row; in each row, the codes of its texts follow its numbers. */
  double[] numbers() {
    return numbers;
  }

  /** The texts of a column of text. */
  LevelCodes text(int index) {
    return texts[index];
  }

  /** Replaces the codes of a column of text by others. */
  void recode(int index, int[] codes) {
    int end = rows() * width;
    for (int at = firstText + index; at < end; at += width) {
      if (!Double.isNaN(numbers[at])) {
        numbers[at] = codes[(int) numbers[at]];
      }
    }
  }

  LineNumbers lines() {
    return lines;
  }

  long lineEnds() {
    return lineEnds;
  }

  /** The columns of numbers that have a cell which is no number. */
  BitSet contradicted() {
    return contradicted;
  }

  /** By column, the first cell that is missing though it is not empty; null if there is none. */
  String[] missing() {
    return missing;
  }

  /** The first number that is not finite in each column that has one. */
  Map<Integer, Infinite> infinite() {
    return infinite;
  }
}
