package gdtrain.compute;

/**
 * How long one pass over inputs takes on a device: the product with the parameters, its result to
 * Java and back, and the product with the slope, as a linear model with one output needs them.
 */
final class DeviceTrial {
  /** The most numbers of inputs that are tried; the time of more grows with their number. */
  private static final int MOST_NUMBERS = 1 << 22;

  private static final int LEAST_PASSES = 3;

  private DeviceTrial() {}

  /**
   * The seconds of a pass over all rows, the best of several, the first of which does not count.
   *
   * @param limit seconds after which no further pass begins
   */
  static double secondsOfAPass(Device device, long rows, int columns, double limit) {
    int tried = (int) Math.max(1, Math.min(rows, MOST_NUMBERS / columns));
    Runnable pass = pass(device, tried, columns);
    pass.run(); // what the first one prepares, and the inputs on their way up
    long begin = System.nanoTime();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < LEAST_PASSES || seconds(begin) < limit; i++) {
      long start = System.nanoTime();
      pass.run();
      best = Math.min(best, seconds(start));
    }
    return best * rows / tried;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) * 1e-9;
  }

  private static Runnable pass(Device device, int rows, int columns) {
    Matrix inputs = ones(device, rows, columns);
    Matrix parameters = ones(device, columns, 1);
    Matrix raw = ones(device, rows, 1);
    Matrix gradient = ones(device, columns, 1);
    Kernel forward = Kernel.multiply(inputs, parameters, raw);
    Kernel back = Kernel.multiplyTransposed(1, inputs, raw, 0, gradient);
    double[] slope = new double[rows];
    double[] numbers = new double[columns];
    return () -> {
      parameters.write(numbers);
      parameters.upload();
      forward.run();
      raw.download();
      raw.read(slope);
      raw.write(slope);
      raw.upload();
      back.run();
      gradient.download();
      gradient.read(numbers);
    };
  }

  private static Matrix ones(Device device, int rows, int columns) {
    Matrix matrix = Matrix.uninitialised(device, rows, columns);
    matrix.fill(1);
    matrix.upload();
    return matrix;
  }
}
