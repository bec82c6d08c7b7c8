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
    this.width = fields.numericColumns();
    this.numbers = new double[width];
    this.texts = new LevelCodes[fields.textBuilders().length];
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
        addText(texts[fields.text(column)], cells[column], line);
      }
    }
    endRow(line);
  }

  private void addText(LevelCodes text, String cell, long line) {
    if (fields.options().isMissing(cell)) {
      text.addMissing();
    } else {
      text.add(cell, line);
    }
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

  /** The numbers, row after row. */
  double[] numbers() {
    return numbers;
  }

  LevelCodes text(int index) {
    return texts[index];
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
