package gdtrain.insight;

import gdtrain.train.Regularisation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The epochs that full-batch gradient descent needs at a constant rate on squared error. A step of
 * rate r multiplies the distance along a direction of curvature k by {@code 1 - r k}, so with e the
 * part of the height above the minimum that a direction has at the start,
 *
 * <pre>
 *   height after n epochs = sum over all directions of  e (1 - r k)^(2 n)
 * </pre>
 */
public final class EpochsNeeded {
  private static final double MOST = 1e30;

  private final List<Spectrum.Mode> modes;
  private final double height;

  /**
   * From a start.
   *
   * @param triangle of the dataset, which has one target
   * @param start the flat vector of a linear model
   */
  public EpochsNeeded(Triangle triangle, double[] start, Regularisation penalty) {
    double[][] inputs = triangle.inputs(penalty.l2() / 2);
    double[] residuals = ColumnArithmetic.times(inputs, start);
    double[] target = triangle.target();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= target[i];
    }
    this.modes = Spectrum.modes(inputs, residuals);
    this.height = modes.stream().mapToDouble(Spectrum.Mode::height).sum();
  }

  /**
   * The first epoch at whose end the loss is no higher above its minimum than a share of that at
   * the start; empty if the rate is not stable.
   *
   * @param share between 0 and 1
   */
  public OptionalDouble at(double rate, double share) {
    if (!modes.stream().allMatch(mode -> 2 * rate * mode.eigenvalue() < 2)) {
      return OptionalDouble.empty();
    }
    double enough = 1;
    while (left(rate, enough) > share * height) {
      enough *= 2;
      if (enough > MOST) {
        return OptionalDouble.empty();
      }
    }
    double few = enough / 2;
    while (enough - few > Math.max(1, Math.ulp(enough))) {
      double middle = Math.floor((few + enough) / 2);
      if (left(rate, middle) > share * height) {
        few = middle;
      } else {
        enough = middle;
      }
    }
    return OptionalDouble.of(enough);
  }

  /** The loss bends by twice the eigenvalue: it has no factor 1/2. */
  private double left(double rate, double epochs) {
    double left = 0;
    for (Spectrum.Mode mode : modes) {
      double passed = 2 * rate * mode.eigenvalue();
      double log = passed < 1 ? Math.log1p(-passed) : Math.log(passed - 1);
      left += mode.height() * Math.exp(2 * epochs * log);
    }
    return left;
  }
}
