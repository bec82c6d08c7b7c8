package gdtrain.run;

import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.loss.Observations;
import java.util.Arrays;

/** The loss of the best constant prediction of some rows, for any weights of them. */
final class ConstantLoss {
  private static final int ROWS = 1024; // at a time

  private final Loss loss;
  private final double[] targets;
  private final double[] offsets;
  private final int outputs;

  private ConstantLoss(Loss loss, double[] targets, double[] offsets, int outputs) {
    this.loss = loss;
    this.targets = targets;
    this.offsets = offsets;
    this.outputs = outputs;
  }

  /** Of the rows of a dataset. */
  static ConstantLoss of(Dataset data, Loss loss) {
    double[] targets = new double[data.rows() * data.outputs()];
    double[] offsets = new double[data.hasOffsets() ? data.rows() : 0];
    int[] at = {0};
    data.forEachTarget(
        rows -> {
          System.arraycopy(rows.targets(), 0, targets, at[0], rows.targets().length);
          System.arraycopy(
              rows.offsets(), 0, offsets, data.hasOffsets() ? at[0] : 0, rows.offsets().length);
          at[0] += rows.targets().length;
        });
    return new ConstantLoss(loss, targets, offsets, data.outputs());
  }

  /** The mean, weighted; a constant is best for these weights. */
  double mean(double[] weights) {
    double[] constant = loss.bestConstant(observations(weights));
    double sum = 0;
    for (int from = 0; from < weights.length; from += ROWS) {
      int to = Math.min(from + ROWS, weights.length);
      double[] raw = new double[(to - from) * outputs];
      int first = from;
      Arrays.setAll(
          raw, i -> constant[i % outputs] + (offsets.length > 0 ? offsets[first + i] : 0));
      double[] own = Arrays.copyOfRange(targets, from * outputs, to * outputs);
      sum += loss.sumAndSlope(raw, own, Arrays.copyOfRange(weights, from, to), room(raw.length));
    }
    return sum / Arrays.stream(weights).sum();
  }

  private Observations observations(double[] weights) {
    return offsets.length == 0
        ? Observations.of(targets, weights)
        : Observations.of(
            1,
            visitor -> {
              for (int i = 0; i < weights.length; i++) {
                Observations.visit(loss, targets[i], weights[i], offsets[i], visitor);
              }
            });
  }

  private static double[][] room(int length) {
    return new double[3][length];
  }
}
