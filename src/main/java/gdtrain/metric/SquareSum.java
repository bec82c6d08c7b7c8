package gdtrain.metric;

import gdtrain.compute.Magnitude;

/**
 * A weighted sum of squares of numbers of any size. Those whose squares a double might not hold are
 * added up in a power of two, apart from the others.
 */
final class SquareSum {
  private double ordinary;
  private double extreme;
  private int exponent; // of the power of two of the extreme ones

  void add(double x, double weight) {
    int own = Magnitude.exponent(Math.abs(x));
    if (own == 0) {
      ordinary += weight * x * x;
      return;
    }
    if (extreme == 0 || own > exponent) {
      extreme = Math.scalb(extreme, 2 * (exponent - own));
      exponent = own;
    }
    double scaled = Math.scalb(x, -exponent);
    extreme += weight * scaled * scaled;
  }

  /** The exponent of the unit of which the sum is counted in squares. */
  private int unit() {
    return extreme > 0 && (ordinary == 0 || exponent > 0) ? exponent : 0;
  }

  private double inUnit() {
    return unit() == 0
        ? ordinary + Math.scalb(extreme, 2 * exponent)
        : extreme + Math.scalb(ordinary, -2 * exponent);
  }

  /** The sum over a total weight; NaN where a double cannot hold it. */
  double mean(double total) {
    return Magnitude.figure(inUnit() / total, 2 * unit());
  }

  /** The root of that. */
  double root(double total) {
    return Magnitude.figure(Math.sqrt(inUnit() / total), unit());
  }

  /** This sum over another above 0. */
  double over(SquareSum other) {
    return Math.scalb(inUnit() / other.inUnit(), 2 * (unit() - other.unit()));
  }

  boolean isZero() {
    return ordinary == 0 && extreme == 0;
  }
}
