package gdtrain.table;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The columns of a table while they grow, batch by batch in the order of the file. */
final class Columns {
  private final Fields fields;
  private final NumbersBuilder numbers;
  private final TextBuilder[] texts;
  private final LineNumbers lines = new LineNumbers();
  private final BitSet contradicted = new BitSet();
  private final Map<Integer, BadTable> infinite = new TreeMap<>();
  private long lineEnds;

  Columns(Fields fields) {
    this.fields = fields;
    this.numbers =
        new NumbersBuilder(
            fields.numericColumns() + fields.textColumns(),
            fields.source().storage(),
            fields.growingFactor());
    this.texts = fields.textBuilders();
  }

  /** Adds rows; there are so many line ends before the line that their lines count from. */
  void add(Batch batch, long linesBefore) {
    for (int i = 0; i < texts.length; i++) {
      batch.recode(i, texts[i].append(batch.text(i), linesBefore));
    }
    numbers.append(batch.numbers(), batch.rows());
    lines.append(batch.lines(), linesBefore);
    contradicted.or(batch.contradicted());
    batch.infinite().forEach((column, first) -> addInfinite(column, first, linesBefore));
    lineEnds += batch.lineEnds();
  }

  /** Does what is left to do of rows that were added, on any thread, while others are added. */
  void workOut() {
    numbers.workOut();
  }

  /** Does something at once or, where rows come faster than they are stored, a little later. */
  void whenFewWait(Runnable action) {
    numbers.whenFewWait(action);
  }

  /**
   * With so many more the rows come from so many bytes of the source, which tells how many there
   * will be.
   */
  void measure(int more, long bytes) {
    double rows = (double) numbers.rows() + more;
    numbers.expect((long) (rows / Math.max(bytes, 1) * fields.source().size()));
  }

  private void addInfinite(int column, Batch.Infinite first, long linesBefore) {
    if (!infinite.containsKey(column)) {
      long line = linesBefore + first.line();
      infinite.put(column, fields.place(column).notFinite(first.cell(), line));
    }
  }

  Fields fields() {
    return fields;
  }

  /** How many line ends there are before what is to be added next. */
  long lineEnds() {
    return lineEnds;
  }

  LineNumbers lines() {
    return lines;
  }

  /** The columns of numbers that turned out to be text. */
  BitSet contradicted() {
    return contradicted;
  }

  /** A column, or a {@link BadTable} where one of its cells cannot be used. */
  Column column(int column) {
    if (fields.isText(column)) {
      int text = fields.text(column);
      return texts[text].column(values(fields.numericColumns() + text));
    }
    if (infinite.containsKey(column)) {
      throw infinite.get(column);
    }
    return new NumericColumn(fields.place(column), values(fields.number(column)));
  }

  private Values values(int index) {
    return new Values(numbers.numbers(), index, RowNumbers.all(numbers.rows()));
  }

  /** What the user should know about how the column was read. */
  Optional<String> note(int column) {
    if (fields.isText(column)) {
      return texts[fields.text(column)].note();
    }
    return numbers.numbers().summary().statistics().get(fields.number(column)).count() > 0
        ? Optional.empty()
        : Optional.of("column " + fields.place(column).shown() + " has no values");
  }
}
