package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.Table;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

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
   * Keeps back a random share of the rows for validation, at least one, and leaves at least one.
   *
   * @param fraction between 0 and 1
   * @param random decides which rows
   * @param setting that wants them, for the error
   */
  public static Split of(Table table, double fraction, Random random, String setting) {
    int[] order = shuffled(table.rows(), random);
    int held = (int) Math.round(fraction * order.length);
    if (held < 1 || held >= order.length) {
      throw new InvalidSetting(
          "%s %s of %,d rows leaves no row on one side".formatted(setting, fraction, order.length));
    }
    return new Split(
        table.select(sorted(order, held, order.length)), table.select(sorted(order, 0, held)));
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

  private static int[] sorted(int[] order, int from, int to) {
    int[] rows = Arrays.copyOfRange(order, from, to);
    Arrays.sort(rows);
    return rows;
  }
}
