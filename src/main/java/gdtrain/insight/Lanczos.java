package gdtrain.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest eigenvalue of a symmetric matrix that is known by its products with vectors only.
 * Lanczos 1950, with full reorthogonalisation (Golub and Van Loan 2013, section 10.3.5).
 */
final class Lanczos {
  private static final int MOST_STEPS = 200;

  /** Eigenvalues are computed once in this many steps. */
  private static final int STRIDE = 5;

  private final UnaryOperator<double[]> matrix;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> offDiagonal = new ArrayList<>();

  private Lanczos(int size, UnaryOperator<double[]> matrix) {
    this.matrix = matrix;
    basis.add(unit(new Random(1).doubles(size, -1, 1).toArray()));
  }

  /**
   * The largest eigenvalue.
   *
   * @param size rows of the matrix
   * @param accuracy most residual over the norm of the matrix; the error of the eigenvalue is about
   *     its square
   * @param matrix times a vector of length 1, which it leaves as it is
   */
  static double largest(int size, double accuracy, UnaryOperator<double[]> matrix) {
    return new Lanczos(size, matrix).largest(Math.min(size, MOST_STEPS), accuracy);
  }

  private double largest(int steps, double accuracy) {
    for (int step = 1; step <= steps; step++) {
      double rest = extend();
      if (!Double.isFinite(rest)) {
        return rest;
      }
      boolean last = step == steps || rest == 0;
      if (last || step % STRIDE == 0) {
        EigenDecomposition ritz = new EigenDecomposition(array(diagonal), array(offDiagonal));
        double value = ritz.getRealEigenvalue(0); // they come largest first
        double residual = rest * Math.abs(ritz.getEigenvector(0).getEntry(step - 1));
        double norm = Math.max(Math.abs(value), Math.abs(ritz.getRealEigenvalue(step - 1)));
        if (last || residual <= accuracy * norm) {
          return value;
        }
      }
      offDiagonal.add(rest);
    }
    throw new IllegalStateException("a matrix without rows has no eigenvalue");
  }

  /** Multiplies the last vector and adds what is orthogonal to the basis; returns its length. */
  private double extend() {
    double[] product = matrix.apply(basis.get(basis.size() - 1));
    double length = ColumnArithmetic.norm(0, product, 0, product.length);
    diagonal.add(ColumnArithmetic.dot(product, basis.get(basis.size() - 1)));
    for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan)
      for (double[] vector : basis) {
        double share = ColumnArithmetic.dot(product, vector);
        Arrays.setAll(product, i -> product[i] - share * vector[i]);
      }
    }
    double rest = ColumnArithmetic.norm(0, product, 0, product.length);
    if (rest <= Spectrum.FLAT * length) {
      return 0; // only rounding is left: the basis spans an invariant subspace
    }
    basis.add(unit(product));
    return rest;
  }

  private static double[] unit(double[] vector) {
    return ColumnArithmetic.scaled(vector, 1 / ColumnArithmetic.norm(0, vector, 0, vector.length));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
