package gdtrain;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The formulas once more, in plain loops over doubles: what the arrays are compared with. */
public enum Plain {
  MSE("mse", 1) {
    @Override
    public double loss(double[] raw, double[] target) {
      return (raw[0] - target[0]) * (raw[0] - target[0]);
    }

    @Override
    public double[] prediction(double[] raw) {
      return raw.clone();
    }

    @Override
    public double[] slope(double[] raw, double[] target) {
      return new double[] {2 * (raw[0] - target[0])};
    }
  },

  BINARY("binary-cross-entropy", 1) {
    @Override
    public double loss(double[] raw, double[] target) {
      double p = prediction(raw)[0];
      return -target[0] * Math.log(p) - (1 - target[0]) * Math.log(1 - p);
    }

    @Override
    public double[] prediction(double[] raw) {
      return new double[] {1 / (1 + Math.exp(-raw[0]))};
    }
  },

  SOFTMAX("softmax-cross-entropy", 3) {
    @Override
    public double loss(double[] raw, double[] target) {
      double[] p = prediction(raw);
      double loss = 0;
      for (int k = 0; k < p.length; k++) {
        loss -= target[k] * Math.log(p[k]);
      }
      return loss;
    }

    @Override
    public double[] prediction(double[] raw) {
      double[] p = Arrays.stream(raw).map(Math::exp).toArray();
      double sum = Arrays.stream(p).sum();
      return Arrays.stream(p).map(e -> e / sum).toArray();
    }
  };

  private final String lossName;
  private final int outputs;

  Plain(String lossName, int outputs) {
    this.lossName = lossName;
    this.outputs = outputs;
  }

  /** The name of the loss in the catalog. */
  public String lossName() {
    return lossName;
  }

  /** How many outputs the tests use with it. */
  public int outputs() {
    return outputs;
  }

  /** The loss of one row. */
  public abstract double loss(double[] raw, double[] target);

  /** What the link makes of the raw outputs of one row. */
  public abstract double[] prediction(double[] raw);

  /** dloss/draw of one row; prediction minus target, but for the squared error. */
  public double[] slope(double[] raw, double[] target) {
    double[] slope = prediction(raw);
    Arrays.setAll(slope, k -> slope[k] - target[k]);
    return slope;
  }

  /** The raw outputs of a linear model for one row; its parameters output after output. */
  public static double[] raw(double[] row, double[] parameters) {
    double[] raw = new double[parameters.length / row.length];
    for (int k = 0; k < raw.length; k++) {
      for (int j = 0; j < row.length; j++) {
        raw[k] += row[j] * parameters[k * row.length + j];
      }
    }
    return raw;
  }

  /** The weighted mean loss of a linear model. */
  public double meanLoss(double[][] x, double[][] targets, double[] weights, double[] parameters) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * loss(raw(x[i], parameters), targets[i]);
      total += weights[i];
    }
    return sum / total;
  }

  /** The gradient of {@link #meanLoss} by the chain rule. */
  public double[] gradient(
      double[][] x, double[][] targets, double[] weights, double[] parameters) {
    double[] gradient = new double[parameters.length];
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < x.length; i++) {
      double[] slope = slope(raw(x[i], parameters), targets[i]);
      for (int k = 0; k < slope.length; k++) {
        for (int j = 0; j < x[i].length; j++) {
          gradient[k * x[i].length + j] += weights[i] / total * slope[k] * x[i][j];
        }
      }
    }
    return gradient;
  }

  /** The slope of a function by central differences of fourth order. */
  public static double[] centralDifferences(ToDoubleFunction<double[]> function, double[] at) {
    double h = 1e-3;
    double[] slope = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double near =
          function.applyAsDouble(moved(at, i, h)) - function.applyAsDouble(moved(at, i, -h));
      double far =
          function.applyAsDouble(moved(at, i, 2 * h))
              - function.applyAsDouble(moved(at, i, -2 * h));
      slope[i] = (8 * near - far) / (12 * h);
    }
    return slope;
  }

  private static double[] moved(double[] at, int index, double by) {
    double[] moved = at.clone();
    moved[index] += by;
    return moved;
  }

  /** The solution of {@code a x = b} by elimination with row exchanges. */
  public static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> Arrays.copyOf(a[i], n + 1));
    for (int i = 0; i < n; i++) {
      rows[i][n] = b[i];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
      }
      double[] row = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = row;
      for (int i = 0; i < n; i++) {
        double factor = i == column ? 0 : rows[i][column] / row[column];
        for (int j = column; factor != 0 && j <= n; j++) {
          rows[i][j] -= factor * row[j];
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, i -> rows[i][n] / rows[i][i]);
    return x;
  }
}
