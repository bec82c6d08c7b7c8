package gdtrain.run.prediction;

import java.util.List;
import java.util.function.DoubleConsumer;

/** Numbers that stand behind the prediction of a row. */
public interface RowColumns {
  /** The names of the columns. */
  List<String> names();

  /**
   * Gives the numbers of a row, one for each column.
   *
   * @param inputs scaled, the constant 1 last if there is one
   * @param prediction of the target as it is transformed, in its unit; NaN where classes are
   *     predicted
   */
  void add(double[] inputs, double prediction, DoubleConsumer numbers);
}
