package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.Table;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The rows of a run, each part in file order.
 *
 * @param training the rows learned from
 * @param validation the rows watched
 * @param test the rows measured at the end
 */
public record Split(Table training, Table validation, Table test) {
  /** Without test rows. */
  Split(Table training, Table validation) {
    this(training, validation, training.select(new int[0]));
  }

  /**
   * Keeps back a share of the rows for validation, at least one, and leaves at least one.
   *
   * @param fraction between 0 and 1
   * @param cut decides which rows
   * @param setting that wants them, for errors
   */
  public static Split of(Table table, double fraction, Cut cut, String setting) {
    int held = (int) Math.round(fraction * table.rows());
    if (held < 1 || held >= table.rows()) {
      throw new InvalidSetting(
          "%s %s of %,d rows leaves no row on one side".formatted(setting, fraction, table.rows()));
    }
    int[] back = cut.rows(table, held, setting);
    BitSet rest = new BitSet();
    rest.set(0, table.rows());
    IntStream.of(back).forEach(rest::clear);
    return new Split(table.select(rest.stream().toArray()), table.select(back));
  }

  /** The numbers from 0 to rows - 1 in random order. */
  public static int[] shuffled(int rows, RandomGenerator random) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) { // Fisher and Yates, inside out
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
