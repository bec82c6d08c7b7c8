package gdtrain.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of some consecutive records, on their way into a table. It is used again and again, so
 * that rows leave no garbage behind.
 */
final class Batch {
  private final Fields fields;
  private final int width;
  private final int firstText;
  private final LevelCodes[] texts;
  private final LineNumbers lines = new LineNumbers();
  private final BitSet contradicted = new BitSet();
  private final Map<Integer, Infinite> infinite = new TreeMap<>();
  private double[] numbers;
  private long lineEnds;

  /** A number that is not finite, which may yet be a text of a column that is none of numbers. */
  record Infinite(String cell, long line) {}

  Batch(Fields fields) {
    this.fields = fields;
    this.firstText = fields.numericColumns();
    this.texts = new LevelCodes[fields.textColumns()];
    this.width = firstText + texts.length;
    this.numbers = new double[width];
    Arrays.setAll(texts, i -> new LevelCodes());
  }

  /** Forgets the rows. */
  void clear() {
    lines.clear();
    contradicted.clear();
    infinite.clear();
    for (LevelCodes text : texts) {
      text.clear();
    }
    lineEnds = 0;
  }

  /** Adds a record by its cells, stripped, which starts on the line. */
  void add(String[] cells, long line) {
    if (cells.length != fields.columns()) {
      throw fields.layout().ragged(fields.source(), cells.length, line);
    }
    if (fields.layout().heading().isRepeatedBy(cells)) {
      throw new BadTable(
          "%s, line %d: the record repeats the header; remove it, or give --header no if the header is data"
              .formatted(fields.source().name(), line));
    }
    int row = newRow();
    for (int column = 0; column < cells.length; column++) {
      if (fields.isNumber(column)) {
        numbers[row + fields.number(column)] = number(column, cells[column], line);
      } else if (fields.isText(column)) {
        numbers[row + firstText + fields.text(column)] = code(column, cells[column], line);
      }
    }
    endRow(line);
  }

  private double code(int column, String cell, long line) {
    return fields.options().isMissing(cell)
        ? Double.NaN
        : texts[fields.text(column)].add(cell, line);
  }

  private double number(int column, String cell, long line) {
    if (fields.options().isMissing(cell)) {
      return Double.NaN;
    }
    double value = NumberSyntax.parse(cell);
    if (Double.isNaN(value)) {
      if (fields.layout().numeric().contains(column)) {
        throw fields.place(column).notNumber(cell, line);
      }
      contradicted.set(column);
    } else if (Double.isInfinite(value)) {
      infinite.putIfAbsent(column, new Infinite(cell, line));
    }
    return fields.unlessMissing(value);
  }

  /** Makes room for the numbers of one more row: the index in {@link #numbers} where they start. */
  int newRow() {
    int start = rows() * width;
    if (start + width > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, start + width));
    }
    return start;
  }

  /** The row whose numbers are written starts on this line. */
  void endRow(long line) {
    lines.add(line);
  }

  /** Notes how many line ends have been passed. */
  void setLineEnds(long count) {
    lineEnds = count;
  }

  int rows() {
    return lines.size();
  }

  /** The numbers, row after row; behind those of the file the codes of a row's texts. */
  double[] numbers() {
    return numbers;
  }

  /** The texts of a column of text. */
  LevelCodes text(int index) {
    return texts[index];
  }

  /** Gives the texts of a column of text other codes, by those they had. */
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

  /** The columns of numbers that have a cell which is none. */
  BitSet contradicted() {
    return contradicted;
  }

  /** The first number that is not finite in each column that has one. */
  Map<Integer, Infinite> infinite() {
    return infinite;
  }
}
