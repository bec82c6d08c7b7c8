package gdtrain.cli;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import java.util.Arrays;

/**
 * Where the values of an input lie, in its scaled unit; a row of weight 2 counts as two rows.
 *
 * @param mean {@code sum w x / sum w}
 * @param deviation {@code sqrt(sum w (x - mean)^2 / sum w)}
 * @param weighted whether some rows weigh more than others
 */
record Spread(double mean, double deviation, boolean weighted) {
  static Spread of(Dataset rows, int input) {
    double[] values =
        rows.blocks().stream()
            .map(Block::inputs)
            .flatMapToDouble(x -> Arrays.stream(x.getColumn(input).toDoubleVector()))
            .toArray();
    double[] weights = rows.weights();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    double mean = sum / rows.totalWeight();
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    boolean weighted = Arrays.stream(weights).anyMatch(weight -> weight != weights[0]);
    return new Spread(mean, Math.sqrt(squares / rows.totalWeight()), weighted);
  }
}
