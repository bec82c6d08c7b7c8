package gdtrain.table.read;

import gdtrain.table.ColumnLocation;
import gdtrain.table.NumberSyntax;
import gdtrain.table.format.SampledNumbers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What is kept of the cells of each column: a number, a text, or nothing. It is fixed before the
 * records are read, and shared by all threads that read them.
 */
final class CsvSchema {
  private static final int NONE = -1;

  /** Records that are looked at for a guess. */
  private static final int RECORDS = 1000;

  private final Source source;
  private final CsvOptions options;
  private final Layout layout;
  private final int[] numbers;
  private final int[] texts;
  private final int numericColumns;
  private final int textColumns;
  private final double[] missingNumbers;
  private boolean decimalPoint;
  private long linesBefore;

  private CsvSchema(
      Source source, CsvOptions options, Layout layout, BitSet numbers, BitSet texts) {
    this.source = source;
    this.options = options;
    this.layout = layout;
    this.numbers = ranks(numbers, layout.names().size());
    this.texts = ranks(texts, layout.names().size());
    this.numericColumns = numbers.cardinality();
    this.textColumns = texts.cardinality();
    this.missingNumbers = options.missing().numbers();
  }

  private static int[] ranks(BitSet chosen, int columns) {
    int[] ranks = new int[columns];
    Arrays.fill(ranks, NONE);
    int rank = 0;
    for (int column = chosen.nextSetBit(0); column >= 0; column = chosen.nextSetBit(column + 1)) {
      ranks[column] = rank++;
    }
    return ranks;
  }

  /** All columns; those in the set hold text. */
  static CsvSchema of(Source source, CsvOptions options, Layout layout, BitSet text) {
    BitSet numbers = (BitSet) text.clone();
    numbers.flip(0, layout.names().size());
    return new CsvSchema(source, options, layout, numbers, text);
  }

  /**
   * All columns; text in those that are to be text, those that begin with text, and those whose
   * numbers need a look at how they are written.
   */
  static CsvSchema guess(Source source, CsvOptions options, Layout layout) {
    BitSet text = new BitSet();
    SampledNumbers[] samples = new SampledNumbers[layout.names().size()];
    Arrays.setAll(samples, i -> new SampledNumbers());
    try (Records records = Records.open(source, options, layout.dialect())) {
      if (layout.hasHeader()) {
        records.next();
      }
      for (int i = 0; i < RECORDS && records.next(); i++) {
        sample(records.cells(), options, samples);
      }
    }
    for (int column = 0; column < samples.length; column++) {
      boolean odd = samples[column].needALook(layout.delimiter() == ';');
      text.set(column, odd || layout.rules().isWritten(column));
    }
    boolean point = Arrays.stream(samples).anyMatch(SampledNumbers::haveDecimalPoint);
    CsvSchema schema = of(source, options, layout, text);
    schema.decimalPoint = point;
    return schema;
  }

  private static void sample(String[] cells, CsvOptions options, SampledNumbers[] samples) {
    for (int column = 0; column < Math.min(cells.length, samples.length); column++) {
      String cell = cells[column];
      if (!options.missing().containsAmongNumbers(cell)) {
        samples[column].add(cell, plainNumber(cell, options));
      }
    }
  }

  /**
   * The number that a program would read, NaN if there is none or the point means another thing.
   */
  double plainNumber(String cell) {
    return plainNumber(cell, options);
  }

  private static double plainNumber(String cell, CsvOptions options) {
    boolean point = cell.indexOf('.') >= 0;
    return point && !options.formats().pointIsDecimal() ? Double.NaN : NumberSyntax.parse(cell);
  }

  /** Whether some number among the first ones has a point that can only be a decimal point. */
  boolean hasDecimalPoint() {
    return decimalPoint;
  }

  /** For a second reading: these columns as text, and nothing of the others. */
  CsvSchema onlyTexts(BitSet text) {
    CsvSchema texts = new CsvSchema(source, options, layout, new BitSet(), text);
    texts.linesBefore = linesBefore;
    return texts;
  }

  /**
   * For a part of the source.
   *
   * @param more columns that hold text, besides those that do here
   * @param linesBefore how many lines there are before the part
   */
  CsvSchema part(Source part, Layout layout, BitSet more, long linesBefore) {
    BitSet text = (BitSet) more.clone();
    IntStream.range(0, columns()).filter(this::isText).forEach(text::set);
    CsvSchema schema = of(part, options, layout, text);
    schema.decimalPoint = decimalPoint;
    schema.linesBefore = linesBefore;
    return schema;
  }

  /** How many lines there are before what is read. */
  long linesBefore() {
    return linesBefore;
  }

  /** Whether the start of a file is read, with its header. */
  boolean isStart() {
    return linesBefore == 0;
  }

  Source source() {
    return source;
  }

  CsvOptions options() {
    return options;
  }

  Layout layout() {
    return layout;
  }

  int columns() {
    return numbers.length;
  }

  /** How many columns hold numbers. */
  int numericColumns() {
    return numericColumns;
  }

  /** How many columns hold text. */
  int textColumns() {
    return textColumns;
  }

  boolean isNumber(int column) {
    return numbers[column] != NONE;
  }

  boolean isText(int column) {
    return texts[column] != NONE;
  }

  /** Which of the columns of numbers the column is. */
  int number(int column) {
    return numbers[column];
  }

  /** Which of the columns of text the column is. */
  int text(int column) {
    return texts[column];
  }

  /** The number, or NaN if it stands for a missing cell. */
  double unlessMissing(double number) {
    boolean missing =
        missingNumbers.length > 0 && Arrays.binarySearch(missingNumbers, number + 0.0) >= 0;
    return missing ? Double.NaN : number;
  }

  ColumnLocation location(int column) {
    return layout.location(source, column);
  }
}
