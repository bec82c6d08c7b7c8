package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.List;

/**
 * Down by a factor whenever the objective, or the validation loss where that chooses what is kept,
 * has not come lower for more than {@code patience} epochs: {@code b factor^k} after k times. Only
 * a height below the lowest by a share of it counts as lower. As PyTorch's ReduceLROnPlateau.
 *
 * @param factor from one rate to the next
 * @param patience epochs in a row that may pass without a lower objective
 * @param threshold the share
 */
record Plateau(double factor, int patience, double threshold) implements Schedule {
  static Plateau of(Choice choice) {
    return new Plateau(
        choice.number("factor", 0.1, Range.INSIDE),
        (int) choice.number("patience", 10, Range.COUNT_OR_NONE),
        choice.number("threshold", 1e-4, Range.BELOW_ONE));
  }

  @Override
  public LearningRates start(double base, int epochs) {
    double[] lowest = {Double.MAX_VALUE};
    double[] since = {0};
    double[] rate = {base};
    return new LearningRates() {
      @Override
      public double at(int epoch, double height) {
        boolean lower = height < lowest[0] - threshold * Math.abs(lowest[0]);
        lowest[0] = lower ? height : lowest[0];
        since[0] = lower ? 0 : since[0] + 1;
        if (since[0] > patience) {
          rate[0] *= factor;
          since[0] = 0;
        }
        return rate[0];
      }

      @Override
      public List<double[]> memory() {
        return List.of(lowest, since, rate);
      }
    };
  }
}
