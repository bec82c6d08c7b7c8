package gdtrain.run.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.qr.Cholesky;
import gdtrain.train.Objective;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProximalNewtonTest {
  /** A function by its value and its slope. */
  private record Function(int parameters, UnaryOperator<double[]> valueAndSlope)
      implements Objective {
    @Override
    public double lossAndGradient(double[] at, double[] gradient) {
      double[] result = valueAndSlope.apply(at);
      System.arraycopy(result, 1, gradient, 0, parameters);
      return result[0];
    }

    @Override
    public double loss(double[] at) {
      return valueAndSlope.apply(at)[0];
    }
  }

  /** Half the squared distance to rows of a matrix, {@code |A w - b|^2 / 2}. */
  private static Function squares(double[][] a, double[] b) {
    int size = a[0].length;
    return new Function(
        size,
        w -> {
          double[] result = new double[1 + size];
          for (int i = 0; i < a.length; i++) {
            double rest = -b[i];
            for (int j = 0; j < size; j++) {
              rest += a[i][j] * w[j];
            }
            result[0] += rest * rest / 2;
            for (int j = 0; j < size; j++) {
              result[1 + j] += rest * a[i][j];
            }
          }
          return result;
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSlopeAtTheMinimumIsThatOfThePenalty(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(8);
    double[][] a = new double[size + 1][size]; // hardly determined: ill-conditioned
    double[] b = new double[size + 1];
    for (int i = 0; i <= size; i++) {
      b[i] = random.nextGaussian();
      for (int j = 0; j < size; j++) {
        a[i][j] = random.nextGaussian() + (j > 0 ? a[i][j - 1] : 0);
      }
    }
    boolean[] penalised = new boolean[size];
    Arrays.fill(penalised, 1, size, true);
    Function f = squares(a, b);
    ProximalNewton newton = new ProximalNewton(f, penalised, new double[size], 1e-9);
    double[] slope = new double[size];
    int zeros = 0;
    for (double l1 : new double[] {10, 1, 0.1, 0.01, 0}) {
      assertTrue(newton.minimise(l1, 0.01));
      double[] w = newton.point();
      assertEquals(f.lossAndGradient(w, slope), newton.loss(), 1e-12);
      for (int i = 0; i < size; i++) {
        double pull = slope[i] + (penalised[i] ? 0.01 * w[i] + l1 * Math.signum(w[i]) : 0);
        assertEquals(0, pull, (penalised[i] && w[i] == 0 ? l1 : 0) + 1e-6, "l1 " + l1);
        zeros += w[i] == 0 ? 1 : 0;
      }
    }
    assertTrue(zeros > 0);
  }

  @Test
  void whatHasNoMinimumDoesNotConverge() {
    Function line = new Function(1, w -> new double[] {w[0], 1});
    assertFalse(
        new ProximalNewton(line, new boolean[] {false}, new double[1], 1e-8).minimise(0, 0));
    Function never = new Function(1, w -> new double[] {w[0] == 0 ? 0 : 1, 1});
    assertFalse(
        new ProximalNewton(never, new boolean[] {true}, new double[1], 1e-8).minimise(0, 1));
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsNotSolved() {
    double[] right = {1, 2};
    assertTrue(Cholesky.solve(new double[][] {{4, 2}, {2, 3}}, right));
    assertArrayEquals(new double[] {-0.125, 0.75}, right, 1e-15);
    assertFalse(Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, new double[2]));
    assertFalse(Cholesky.solve(new double[][] {{1, 1}, {1, 1}}, new double[2]));
  }
}
