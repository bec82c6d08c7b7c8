package gdtrain.insight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The minimum of {@code mean (x'w - y)^2 + l2/2 sum w^2} of a linear model, intercepts free, by QR
 * (Golub 1965), as exact as the data allow in double precision.
 */
public final class LeastSquares {
  private final double[][] inputs;
  private final double[] parameters;
  private final boolean unique;
  private final double loss;
  private final double objective;

  /**
   * Finds the minimum.
   *
   * @param triangle of the dataset, which has one target
   * @param l2 factor of half the sum of squared weights, at least 0
   */
  public LeastSquares(Triangle triangle, double l2) {
    this.inputs = triangle.inputs(l2 / 2);
    double[] target = triangle.target();
    double[] lengths = ColumnArithmetic.norms(inputs);
    double[][] system = Arrays.copyOf(ColumnArithmetic.divided(inputs, lengths), inputs.length + 1);
    system[inputs.length] = target;
    PivotedQr qr = new PivotedQr(system, inputs.length, Spectrum.FLAT);
    this.parameters = solved(qr, lengths);
    this.unique = qr.rank() == inputs.length;
    this.loss = meanSquare(triangle.inputs(0), target);
    this.objective = meanSquare(inputs, target);
  }

  /** Back substitution; parameters of dependent columns are 0. */
  private static double[] solved(PivotedQr qr, double[] lengths) {
    double[][] r = qr.triangle();
    double[] left = r[lengths.length];
    double[] solution = new double[lengths.length];
    for (int k = qr.rank() - 1; k >= 0; k--) {
      double z = left[k] / r[k][k];
      for (int i = 0; i < k; i++) {
        left[i] -= z * r[k][i];
      }
      int column = qr.order()[k];
      solution[column] = z / lengths[column];
    }
    return solution;
  }

  private double meanSquare(double[][] columns, double[] target) {
    double[] raw = ColumnArithmetic.times(columns, parameters);
    Arrays.setAll(raw, i -> raw[i] - target[i]);
    return ColumnArithmetic.dot(raw, raw);
  }

  /** The parameters at the minimum; 0 for inputs that depend on others. */
  public List<Double> parameters() {
    return DoubleStream.of(parameters).boxed().toList();
  }

  /** Whether the minimum is a single point. */
  public boolean unique() {
    return unique;
  }

  /** The loss there. */
  public double loss() {
    return loss;
  }

  /** The loss and the penalty there. */
  public double objective() {
    return objective;
  }

  /**
   * How far a point is from the minimum.
   *
   * @param objective how much larger loss and penalty are together, {@code mean (x'd)^2 + l2/2 sum
   *     d^2} with d the difference of the points: exact however small it is
   * @param parameter the largest absolute difference of a parameter; where the minimum is not
   *     unique, another may be nearer
   * @param index of that parameter
   */
  public record Gap(double objective, double parameter, int index) {}

  /** How far a point is from the minimum. */
  public Gap gap(List<Double> point) {
    double[] difference = new double[parameters.length];
    int largest = 0;
    for (int i = 0; i < difference.length; i++) {
      difference[i] = point.get(i) - parameters[i];
      largest = Math.abs(difference[i]) > Math.abs(difference[largest]) ? i : largest;
    }
    double[] raw = ColumnArithmetic.times(inputs, difference);
    return new Gap(ColumnArithmetic.dot(raw, raw), Math.abs(difference[largest]), largest);
  }
}
