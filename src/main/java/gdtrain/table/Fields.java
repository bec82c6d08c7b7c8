package gdtrain.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * What is kept of the cells of each column: a number, a text, or nothing. Fixed before the records
 * are read, and shared by all who read them.
 */
final class Fields {
  private static final int NONE = -1;

  private final Source source;
  private final CsvOptions options;
  private final Layout layout;
  private final int[] numbers;
  private final int[] texts;
  private final double[] missingNumbers;

  private Fields(Source source, CsvOptions options, Layout layout, int[] numbers, int[] texts) {
    this.source = source;
    this.options = options;
    this.layout = layout;
    this.numbers = numbers;
    this.texts = texts;
    this.missingNumbers = options.missingNumbers();
  }

  /** All columns; those in the set hold text. */
  static Fields of(Source source, CsvOptions options, Layout layout, BitSet text) {
    int columns = layout.heading().names().size();
    BitSet numbers = (BitSet) text.clone();
    numbers.flip(0, columns);
    return new Fields(source, options, layout, ranks(numbers, columns), ranks(text, columns));
  }

  /** For a second look: these columns as text, and nothing of the others. */
  Fields onlyTexts(BitSet text) {
    int[] none = ranks(new BitSet(), columns());
    return new Fields(source, options, layout, none, ranks(text, columns()));
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
    return count(numbers);
  }

  /** How many columns hold text. */
  int textColumns() {
    return count(texts);
  }

  private static int count(int[] ranks) {
    return (int) Arrays.stream(ranks).filter(rank -> rank != NONE).count();
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

  /** The factor of the columns of numbers, if it is wished for and may be of use. */
  Optional<GrowingFactor> growingFactor() {
    return options
        .factoring()
        .flatMap(
            wish ->
                wish.target(layout.heading().names())
                    .filter(this::isNumber)
                    .map(t -> new GrowingFactor(numericColumns(), number(t), wish.mostRows())));
  }

  Place place(int column) {
    return layout.place(source, column);
  }

  /** Text builders for the columns of text, in their order. */
  TextBuilder[] textBuilders() {
    TextBuilder[] builders = new TextBuilder[columns()];
    int count = 0;
    for (int column = 0; column < columns(); column++) {
      if (isText(column)) {
        builders[count++] = new TextBuilder(place(column), layout.categorical().contains(column));
      }
    }
    return Arrays.copyOf(builders, count);
  }
}
