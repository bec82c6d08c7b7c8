package gdtrain.insight;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.Target;
import gdtrain.loss.Scaled;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How strongly a row pulls at its prediction.
 *
 * @param row from 0
 * @param size its slope, times its weight over the total weight: the part in the mean loss
 * @param share of the sum of all rows' absolute sizes; 0 if that is 0
 */
public record RowGradient(int row, double size, double share) {
  /**
   * Those of all rows, the strongest first.
   *
   * @param target what is predicted
   * @param scaled the loss that descends
   * @param slopes weight times dloss/draw, row after row
   */
  public static Stream<RowGradient> strongest(
      Target target, Scaled scaled, Dataset data, List<Double> slopes) {
    Truth truth = new Truth(target, scaled);
    double[] flat = slopes.stream().mapToDouble(Double::doubleValue).toArray();
    double[] sizes = new double[data.rows()];
    int[] taken = {0};
    data.forEachTarget(
        rows -> {
          for (int i = 0; i < rows.count(); i++, taken[0]++) {
            int from = taken[0] * data.outputs();
            double slope = truth.slope(flat, from, rows.targets(), i * data.outputs());
            sizes[taken[0]] = slope / data.totalWeight();
          }
        });
    double all = IntStream.range(0, sizes.length).mapToDouble(i -> Math.abs(sizes[i])).sum();
    return IntStream.range(0, sizes.length)
        .mapToObj(row -> new RowGradient(row, sizes[row], all > 0 ? Math.abs(sizes[row]) / all : 0))
        .sorted(comparingDouble((RowGradient pull) -> Math.abs(pull.size())).reversed());
  }
}
