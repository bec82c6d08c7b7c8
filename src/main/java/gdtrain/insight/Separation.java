package gdtrain.insight;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Tells whether two classes, or one class and all others, can be separated, that is, whether some
 * hyperplane has every row on the side of its class. Then the cross-entropy has no minimum: longer
 * and longer weights lower it for ever.
 *
 * <p>Gradient descent may need very many steps to get there when the margin is narrow, so this goes
 * on from its end by Newton's method on the cross-entropy. A hyperplane found is a proof; not
 * finding one proves nothing, unless Newton's method converges.
 */
public final class Separation {
  private static final int MOST_STEPS = 60;

  /** Multiplications of all steps; beyond this the answer is not worth the wait. */
  private static final double MOST_WORK = 1e9;

  private static final double SVD = 20; // multiplications over the cube of the width
  private static final double CONVERGED = 1e-12;

  private final List<double[]> rows = new ArrayList<>();
  private final double mostWork;

  /**
   * Takes the rows of two classes.
   *
   * @param data one output, targets 0 and 1; rows of weight 0 do not count
   */
  public Separation(Dataset data) {
    this(data, 0);
  }

  /**
   * Takes the rows of one class and those of all others.
   *
   * @param data targets 0 and 1, a column for every class, or one column for two classes; rows of
   *     weight 0 do not count
   * @param column of the class
   */
  Separation(Dataset data, int column) {
    int columns = data.blocks().get(0).targets().columns();
    mostWork = MOST_WORK / columns;
    for (Block block : data.blocks()) {
      double[] inputs = block.inputs().data().asDouble();
      double[] targets = block.targets().data().asDouble();
      double[] weights = block.weights().data().asDouble();
      int width = block.inputs().columns();
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          int sign = targets[i * columns + column] > 0.5 ? 1 : -1;
          rows.add(signed(inputs, i * width, width, sign));
        }
      }
    }
  }

  /**
   * A row times its class as a sign: the hyperplane has it on the right side if the product is > 0.
   */
  private static double[] signed(double[] inputs, int from, int width, int sign) {
    double[] row = new double[width];
    for (int j = 0; j < width; j++) {
      row[j] = sign * inputs[from + j];
    }
    return row;
  }

  /**
   * Whether a separating hyperplane was found.
   *
   * @param start the parameters to start from, one for every input
   */
  public boolean found(List<Double> start) {
    int width = start.size();
    double steps = mostWork / ((rows.size() + SVD * width) * width * width);
    RealVector point = new ArrayRealVector(start.toArray(new Double[0]));
    for (int step = 0; step < MOST_STEPS && step + 1 < steps; step++) {
      if (separates(point)) {
        return true;
      }
      RealVector move = newtonMove(point);
      if (!(move.getNorm() > CONVERGED * point.getNorm())) {
        return false;
      }
      point = downhill(point, move);
    }
    return separates(point);
  }

  private boolean separates(RealVector point) {
    return rows.stream().allMatch(row -> margin(row, point) > 0);
  }

  private static double margin(double[] row, RealVector point) {
    double margin = 0;
    for (int j = 0; j < row.length; j++) {
      margin += row[j] * point.getEntry(j);
    }
    return margin;
  }

  /**
   * {@code H^-1 (-gradient)}, with q = 1 / (1 + exp(margin)): gradient = -sum q x, H = sum q (1-q)
   * xx'.
   */
  private RealVector newtonMove(RealVector point) {
    int width = point.getDimension();
    double[] descent = new double[width];
    double[][] hessian = new double[width][width];
    for (double[] row : rows) {
      double q = 1 / (1 + Math.exp(margin(row, point)));
      for (int j = 0; j < width; j++) {
        descent[j] += q * row[j];
        double scaled = q * (1 - q) * row[j];
        for (int k = 0; k < width; k++) {
          hessian[j][k] += scaled * row[k];
        }
      }
    }
    RealMatrix h = new Array2DRowRealMatrix(hessian, false);
    return new SingularValueDecomposition(h).getSolver().solve(new ArrayRealVector(descent));
  }

  /** The first of the move, its half, its quarter ... that lowers the cross-entropy. */
  private RealVector downhill(RealVector point, RealVector move) {
    double before = crossEntropy(point);
    RealVector next = point.add(move);
    for (int halvings = 0; halvings < 30 && !(crossEntropy(next) < before); halvings++) {
      move.mapMultiplyToSelf(0.5);
      next = point.add(move);
    }
    return next;
  }

  private double crossEntropy(RealVector point) {
    return rows.stream()
        .mapToDouble(row -> margin(row, point))
        .map(m -> Math.max(-m, 0) + Math.log1p(Math.exp(-Math.abs(m))))
        .sum();
  }
}
