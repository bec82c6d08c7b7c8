package gdtrain.insight;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Scaled;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of one row in the gradient of the mean loss, with respect to its prediction.
 *
 * @param row from 0
 * @param size {@link RowLoss#slope} x weight / total weight
 * @param share of the sum of all rows' absolute sizes; 0 if that is 0
 */
public record RowGradient(int row, double size, double share) {
  /**
   * Those of all rows, the largest first.
   *
   * @param target what is predicted
   * @param scaled the loss that is minimised
   * @param slopes weight times dloss/draw, row after row
   */
  public static Stream<RowGradient> strongest(
      Target target, Scaled scaled, Dataset data, List<Double> slopes) {
    RowLoss.PredictionSlope slopeOf = new RowLoss.PredictionSlope(target, scaled);
    double[] flat = slopes.stream().mapToDouble(Double::doubleValue).toArray();
    double[] sizes = new double[data.rows()];
    int[] taken = {0};
    data.forEachTarget(
        rows -> {
          for (int i = 0; i < rows.count(); i++, taken[0]++) {
            int from = taken[0] * data.outputs();
            double slope = slopeOf.of(flat, from, rows.targets(), i * data.outputs());
            sizes[taken[0]] = slope / data.totalWeight();
          }
        });
    double all = IntStream.range(0, sizes.length).mapToDouble(i -> Math.abs(sizes[i])).sum();
    return IntStream.range(0, sizes.length)
        .mapToObj(row -> new RowGradient(row, sizes[row], all > 0 ? Math.abs(sizes[row]) / all : 0))
        .sorted(comparingDouble((RowGradient row) -> Math.abs(row.size())).reversed());
  }
}
