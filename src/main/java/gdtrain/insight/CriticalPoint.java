package gdtrain.insight;

/**
 * How loss and penalty bend at a point: by the extreme eigenvalues of the Hessian there.
 *
 * @param kind of the point, if the gradient is 0 there
 * @param smallest eigenvalue, in the units of the scaled inputs
 * @param largest eigenvalue
 * @param steepest place in the flat vector of the parameter that takes the largest part in the
 *     direction of the smallest eigenvalue
 */
public record CriticalPoint(Kind kind, double smallest, double largest, int steepest) {
  /** What a point without a slope is. */
  public enum Kind {
    /** The Hessian is positive definite. */
    MINIMUM,
    /** It has an eigenvalue below 0. */
    SADDLE,
    /** Its smallest eigenvalue is 0, as far as differences of gradients tell. */
    FLAT
  }

  /** Tells the kind from eigenvalues. */
  static CriticalPoint of(double smallest, double largest, int steepest) {
    double rounding = Lanczos.ROUNDING * Math.max(Math.abs(smallest), Math.abs(largest));
    Kind kind = smallest > rounding ? Kind.MINIMUM : smallest < -rounding ? Kind.SADDLE : Kind.FLAT;
    return new CriticalPoint(kind, smallest, largest, steepest);
  }

  /**
   * How far the floor of the valley is below a point at a minimum, at most, if the landscape goes
   * on to bend like that: {@code |g|^2 / (2 smallest)}.
   *
   * @param gradientNorm at the point, |g|
   */
  public double deepest(double gradientNorm) {
    return gradientNorm * gradientNorm / (2 * smallest);
  }
}
