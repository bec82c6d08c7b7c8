package gdtrain.insight;

import gdtrain.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Searches a hyperplane that separates two classes, or one class from all others, with every row on
 * the side of its class. If there is one, the cross-entropy has no minimum: ever larger weights
 * lower it.
 *
 * <p>Gradient descent may need very many steps to get there when the margin is narrow, so this
 * continues from its end by Newton's method on the cross-entropy. A hyperplane found is a proof;
 * not finding one proves nothing, unless Newton's method converges. If it does so on some of the
 * rows, these have no such hyperplane, and so all rows have none.
 */
public final class SeparatingHyperplane {
  private static final int MOST_STEPS = 60;

  /** The most multiplications of all steps; more would take too long. */
  private static final double MOST_WORK = 1e9;

  private static final double SVD = 20; // multiplications over the cube of the width
  private static final double CONVERGED = 1e-12;

  /** If there is a hyperplane, no move of 60 steps is as short as this, relative to the point. */
  private static final double CONVERGING = 1e-6;

  /** How many rows, evenly spaced, are tried first. */
  private static final int SAMPLE = 2000;

  private final Dataset data;
  private final int column;

  /** The result of a search. */
  private enum End {
    FOUND,
    MINIMUM,
    NONE
  }

  /**
   * Takes the rows of two classes.
   *
   * @param data one output, targets 0 and 1; rows of weight 0 do not count
   */
  public SeparatingHyperplane(Dataset data) {
    this(data, 0);
  }

  /**
   * Takes the rows of one class and those of all others.
   *
   * @param data targets 0 and 1, a column for every class, or one column for two classes; rows of
   *     weight 0 do not count
   * @param column of the class
   */
  SeparatingHyperplane(Dataset data, int column) {
    this.data = data;
    this.column = column;
  }

  /**
   * Whether a separating hyperplane was found.
   *
   * @param start the parameters to start from, one for every input
   */
  public boolean found(List<Double> start) {
    int step = data.rows() / SAMPLE;
    return !(step > 1 && search(step, CONVERGING, start) == End.MINIMUM)
        && search(1, CONVERGED, start) == End.FOUND;
  }

  private End search(int everyRow, double shortest, List<Double> start) {
    List<double[]> rows = signedRows(everyRow);
    int width = start.size();
    double work = (rows.size() + SVD * width) * width * width;
    double steps = MOST_WORK / data.outputs() / work;
    RealVector point = new ArrayRealVector(start.toArray(new Double[0]));
    for (int step = 0; step < MOST_STEPS && step + 1 < steps; step++) {
      if (separates(rows, point)) {
        return End.FOUND;
      }
      RealVector move = newtonMove(rows, point);
      if (!(move.getNorm() > shortest * point.getNorm())) {
        return End.MINIMUM;
      }
      point = downhill(rows, point, move);
    }
    return separates(rows, point) ? End.FOUND : End.NONE;
  }

  /**
   * Every {@code step}-th row of each block, if its weight is not 0, times 1 for the class and -1
   * for others: a hyperplane has it on the right side if its product with it is above 0.
   */
  private List<double[]> signedRows(int step) {
    List<double[]> rows = new ArrayList<>();
    data.forEachPlain(
        block -> {
          for (int i = 0; i < block.count(); i += step) {
            if (block.weights()[i] > 0) {
              boolean own = block.targets()[i * data.outputs() + column] > 0.5;
              rows.add(signed(block.inputs(), i * data.inputs(), data.inputs(), own ? 1 : -1));
            }
          }
        });
    return rows;
  }

  private static double[] signed(double[] inputs, int from, int width, int sign) {
    double[] signed = new double[width];
    for (int j = 0; j < width; j++) {
      signed[j] = sign * inputs[from + j];
    }
    return signed;
  }

  private static boolean separates(List<double[]> rows, RealVector point) {
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
  private static RealVector newtonMove(List<double[]> rows, RealVector point) {
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
  private static RealVector downhill(List<double[]> rows, RealVector point, RealVector move) {
    double before = crossEntropy(rows, point);
    RealVector next = point.add(move);
    for (int halvings = 0; halvings < 30 && !(crossEntropy(rows, next) < before); halvings++) {
      move.mapMultiplyToSelf(0.5);
      next = point.add(move);
    }
    return next;
  }

  private static double crossEntropy(List<double[]> rows, RealVector point) {
    return rows.stream()
        .mapToDouble(row -> margin(row, point))
        .map(m -> Math.max(-m, 0) + Math.log1p(Math.exp(-Math.abs(m))))
        .sum();
  }
}
