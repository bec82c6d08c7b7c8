package gdtrain.insight;

/**
 * The gradient of one layer's parameters, as backpropagation and as differences of heights have it.
 *
 * @param layer from 0
 * @param parameters that it has
 * @param checked how many of them were checked, at every point
 * @param excused how many of those the differences cannot tell anywhere, at kinks or for rounding
 * @param worst the parameter, not excused, with the largest error
 */
public record CheckedLayer(int layer, int parameters, int checked, int excused, Worst worst) {
  /** At most this share of the checked parameters may be excused. */
  private static final double MOST_EXCUSED = 0.25;

  /**
   * Where a layer's error is largest.
   *
   * @param index of the parameter in the flat vector; -1 if all are excused
   * @param backpropagated dobjective/dparameter by backpropagation
   * @param differences the same by differences
   * @param error their distance over the largest slope of the layer's parameters
   */
  public record Worst(int index, double backpropagated, double differences, double error) {
    static final Worst NONE = new Worst(-1, Double.NaN, Double.NaN, 0);

    /** The worse of this and another; an error that is no number is the worst of all. */
    Worst or(int otherIndex, double backpropagated, double differences, double otherError) {
      double size = Double.isNaN(otherError) ? Double.POSITIVE_INFINITY : otherError;
      return size > error || index < 0
          ? new Worst(otherIndex, backpropagated, differences, size)
          : this;
    }
  }

  /** Whether so many were excused that the rest proves little. */
  public boolean undecided() {
    return excused > MOST_EXCUSED * checked;
  }

  /** Whether backpropagation agrees with the differences. */
  public boolean right(double tolerance) {
    return worst.error() <= tolerance;
  }
}
