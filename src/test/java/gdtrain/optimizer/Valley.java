package gdtrain.optimizer;

/** Rosenbrock's valley, {@code (1 - x)^2 + 100 (y - x^2)^2}, lowest at (1, 1) with 0. */
final class Valley {
  private Valley() {}

  static double height(double[] w) {
    double across = w[1] - w[0] * w[0];
    return (1 - w[0]) * (1 - w[0]) + 100 * across * across;
  }

  /** The gradient, written into g. */
  static void slope(double[] w, double[] g) {
    double across = w[1] - w[0] * w[0];
    g[0] = -2 * (1 - w[0]) - 400 * w[0] * across;
    g[1] = 200 * across;
  }
}
