package gdtrain.train;

import gdtrain.compute.Vectors;

/**
 * What is added to the loss for large weights: {@code sum (l2[i]/2 w[i]^2 + l1 |w[i]|)} over the
 * weights on scaled inputs; intercepts are free.
 */
final class Penalty {
  private final double l1;
  private final double[] l2;
  private final double[] weights;

  /**
   * @param l1 factor of each weight's absolute value, at least 0
   * @param l2 factor of half of each square, at least 0; 0 for intercepts
   * @param weights 1 for every weight, 0 for every intercept
   */
  Penalty(double l1, double[] l2, double[] weights) {
    this.l1 = l1;
    this.l2 = l2.clone();
    this.weights = weights.clone();
  }

  /** 1 for every weight, 0 for every intercept. */
  double[] weights() {
    return weights.clone();
  }

  /** The norm of the weights alone, or of the intercepts where those are all 0. */
  double weightNorm(double[] parameters) {
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < parameters.length; i++) {
      double square = parameters[i] * parameters[i];
      squares += weights[i] * square;
      rest += (1 - weights[i]) * square;
    }
    return Math.sqrt(squares > 0 ? squares : rest);
  }

  /** The penalty at a point. */
  double value(double[] parameters) {
    double value = 0;
    for (int i = 0; i < parameters.length; i++) {
      double w = parameters[i];
      value += l2[i] / 2 * w * w + l1 * weights[i] * Math.abs(w);
    }
    return value;
  }

  /** {@code sum l2 w^2}: the slope of the smooth part times the parameters. */
  double squares(double[] parameters) {
    double squares = 0;
    for (int i = 0; i < parameters.length; i++) {
      squares += l2[i] * parameters[i] * parameters[i];
    }
    return squares;
  }

  /** Whether a parameter has no penalty. */
  boolean spares(int parameter) {
    return l2[parameter] == 0 && l1 * weights[parameter] == 0;
  }

  /**
   * The largest {@code g w - penalty(w)} of all w, {@code max(0, |g| - l1)^2 / (2 l2)}; 0 without
   * l2, where it is infinite unless |g| is at most l1.
   */
  double conjugate(int parameter, double g) {
    double above = Math.max(0, Math.abs(g) - l1 * weights[parameter]);
    return l2[parameter] > 0 ? above * above / (2 * l2[parameter]) : 0;
  }

  /** How many times too large g is for that to be finite, where there is l1 without l2; else 0. */
  double excess(int parameter, double g) {
    boolean bounded = l2[parameter] == 0 && l1 * weights[parameter] > 0;
    return bounded ? Math.abs(g) / l1 : 0;
  }

  /** Adds the slope of the smooth part, {@code l2 w}. */
  void addGradient(double[] parameters, double[] gradient) {
    for (int i = 0; i < parameters.length; i++) {
      gradient[i] += l2[i] * parameters[i];
    }
  }

  /**
   * The proximal step of the l1 part after a step of the given length: every weight moves towards 0
   * by {@code length * l1} and stops there.
   */
  void shrink(double[] parameters, double length) {
    if (l1 == 0) {
      return;
    }
    for (int i = 0; i < parameters.length; i++) {
      double left = Math.abs(parameters[i]) - length * l1 * weights[i];
      parameters[i] = left <= 0 ? 0 : Math.copySign(left, parameters[i]); // NaN stays NaN
    }
  }

  /**
   * The norm of the objective's slope. Where the l1 part has a kink, at 0, it is the part of the
   * slope that the kink does not hold back.
   *
   * @param gradient of the smooth part
   */
  double slopeNorm(double[] parameters, double[] gradient) {
    if (l1 == 0) {
      return Vectors.norm(gradient);
    }
    double[] slope = gradient.clone();
    addKinks(parameters, slope);
    return Vectors.norm(slope);
  }

  /**
   * Adds the slope of the l1 part, {@code l1 sign(w)}; at 0, as much of it as holds back the slope
   * of the rest.
   */
  void addKinks(double[] parameters, double[] gradient) {
    for (int i = 0; i < parameters.length; i++) {
      double kink = l1 * weights[i];
      double slope = gradient[i];
      gradient[i] =
          parameters[i] == 0
              ? Math.copySign(Math.max(Math.abs(slope) - kink, 0), slope)
              : slope + Math.copySign(kink, parameters[i]);
    }
  }

  /**
   * What each parameter's penalty changes by a step beyond its slope times the step; exact, since
   * l2 is a square and l1 is straight on either side of 0.
   */
  double[] bends(double[] here, double[] slopes, double[] step) {
    double[] bends = new double[here.length];
    for (int i = 0; i < bends.length; i++) {
      double kink = l1 * weights[i];
      double w = here[i];
      double next = w + step[i];
      if (kink > 0 && w * next <= 0) {
        bends[i] = kink * (Math.abs(next) - Math.abs(w)) - (slopes[i] - l2[i] * w) * step[i];
      }
      bends[i] += l2[i] / 2 * step[i] * step[i];
    }
    return bends;
  }
}
