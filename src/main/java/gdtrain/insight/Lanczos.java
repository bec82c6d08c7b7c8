package gdtrain.insight;

import gdtrain.compute.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * The extreme eigenvalues of a symmetric matrix that is known by its products with vectors only.
 * Lanczos 1950, with full reorthogonalisation (Golub and Van Loan 2013, section 10.3.5).
 */
final class Lanczos {
  /** Products at most. */
  static final int MOST_STEPS = 200;

  /** Eigenvalues are computed once in this many steps. */
  private static final int STRIDE = 5;

  /** An eigenvalue of no more than this of the largest is 0, as far as differences can tell. */
  static final double ROUNDING = 1e-6;

  private final UnaryOperator<double[]> matrix;
  private final List<double[]> basis = new ArrayList<>();

  /** What the basis is orthogonal to as well. */
  private final List<double[]> others;

  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> offDiagonal = new ArrayList<>();

  private Lanczos(int size, List<double[]> others, UnaryOperator<double[]> matrix) {
    this.matrix = matrix;
    this.others = others;
    double[] start = new Random(1).doubles(size, -1, 1).toArray();
    removeShares(others, start);
    basis.add(unit(start));
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
    return new Lanczos(size, List.of(), matrix)
        .extremes(Math.min(size, MOST_STEPS), found -> found.above() <= accuracy * found.norm())
        .largest();
  }

  /**
   * The smallest and the largest eigenvalue of those whose vectors are orthogonal to some.
   *
   * <p>The smallest that is found is never below the smallest there is, so that one below 0 proves
   * that the matrix has such a direction.
   *
   * @param size rows of the matrix
   * @param others eigenvectors of length 1 that are known, orthogonal to each other
   * @param accuracy most residual of the smallest over itself, unless rounding is all that is left
   * @param matrix times a vector of length 1, which it leaves as it is
   */
  static Extremes extremes(
      int size, List<double[]> others, double accuracy, UnaryOperator<double[]> matrix) {
    return new Lanczos(size, others, matrix)
        .extremes(Math.min(size - others.size(), MOST_STEPS), found -> found.isSettled(accuracy));
  }

  /**
   * The extreme eigenvalues as far as they are found.
   *
   * @param smallest not finite if a product was not
   * @param largest the same
   * @param below residual of the smallest: how far an eigenvalue is from it at most
   * @param above residual of the largest
   * @param steepest place of the number that is largest in the direction of the smallest
   */
  record Extremes(double smallest, double largest, double below, double above, int steepest) {
    private double norm() {
      return Math.max(Math.abs(smallest), Math.abs(largest));
    }

    /** Whether an eigenvalue is as near to the smallest as that. */
    boolean isSettled(double accuracy) {
      return below <= Math.max(accuracy * Math.abs(smallest), ROUNDING * norm());
    }
  }

  private Extremes extremes(int steps, Predicate<Extremes> enough) {
    for (int step = 1; step <= steps; step++) {
      double rest = extend();
      if (!Double.isFinite(rest)) {
        return new Extremes(rest, rest, rest, rest, 0);
      }
      boolean last = step == steps || rest == 0;
      if (last || step % STRIDE == 0) {
        Extremes found = found(step, rest);
        if (last || enough.test(found)) {
          return found;
        }
      }
      offDiagonal.add(rest);
    }
    throw new IllegalStateException("a matrix without rows has no eigenvalue");
  }

  /** The extremes of the matrix between the first vectors of the basis, its Ritz values. */
  private Extremes found(int steps, double rest) {
    EigenDecomposition ritz = new EigenDecomposition(array(diagonal), array(offDiagonal));
    RealVector down = ritz.getEigenvector(steps - 1); // they come largest first
    double[] direction = new double[basis.get(0).length];
    for (int i = 0; i < steps; i++) {
      Vectors.add(down.getEntry(i), basis.get(i), direction);
    }
    return new Extremes(
        ritz.getRealEigenvalue(steps - 1),
        ritz.getRealEigenvalue(0),
        rest * Math.abs(down.getEntry(steps - 1)),
        rest * Math.abs(ritz.getEigenvector(0).getEntry(steps - 1)),
        largestPart(direction));
  }

  private static int largestPart(double[] direction) {
    return IntStream.range(0, direction.length)
        .reduce((i, j) -> Math.abs(direction[j]) > Math.abs(direction[i]) ? j : i)
        .orElseThrow();
  }

  /** Multiplies the last vector and adds what is orthogonal to the basis; returns its length. */
  private double extend() {
    double[] product = matrix.apply(basis.get(basis.size() - 1));
    double length = ColumnArithmetic.norm(0, product, 0, product.length);
    diagonal.add(ColumnArithmetic.dot(product, basis.get(basis.size() - 1)));
    for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan)
      removeShares(basis, product);
      removeShares(others, product);
    }
    double rest = ColumnArithmetic.norm(0, product, 0, product.length);
    if (rest <= Spectrum.FLAT * length) {
      return 0; // only rounding is left: the basis spans an invariant subspace
    }
    basis.add(unit(product));
    return rest;
  }

  private static void removeShares(List<double[]> vectors, double[] from) {
    for (double[] vector : vectors) {
      double share = ColumnArithmetic.dot(from, vector);
      Arrays.setAll(from, i -> from[i] - share * vector[i]);
    }
  }

  private static double[] unit(double[] vector) {
    return ColumnArithmetic.scaled(vector, 1 / ColumnArithmetic.norm(0, vector, 0, vector.length));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
