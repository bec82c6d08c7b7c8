package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.compute.Vectors;
import gdtrain.optimizer.Point;
import gdtrain.train.Epoch;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalPlaneTest {
  private static void reach(DescentPath path, int number, double height, double... parameters) {
    Point point = new Point(parameters.length);
    Vectors.copy(parameters, point.parameters());
    OptionalDouble none = OptionalDouble.empty();
    path.reached(new Epoch(number, height, height, none, 1, none), point);
  }

  private static List<Iterate> path(double[]... places) {
    DescentPath path = new DescentPath();
    for (int i = 0; i < places.length; i++) {
      reach(path, i, 1, places[i]);
    }
    return path.iterates();
  }

  /** A random walk whose steps get shorter from parameter to parameter. */
  private static double[][] walk(int places, int parameters) {
    Random random = new Random(places * 31L + parameters);
    double[][] walk = new double[places][parameters];
    for (int i = 1; i < places; i++) {
      for (int j = 0; j < parameters; j++) {
        walk[i][j] = walk[i - 1][j] + random.nextGaussian() / (j + 1);
      }
    }
    return walk;
  }

  /** Singular values of places minus end: fewer places than parameters, more, one step only. */
  @ParameterizedTest
  @CsvSource({"10,4", "4,10", "60,2", "3,200", "500,7"})
  void sharesAreThoseOfTheSingularValues(int places, int parameters) {
    double[][] walk = walk(places, parameters);
    double[] end = walk[places - 1];
    PrincipalPlane found = PrincipalPlane.of(path(walk), end);

    double[] squares =
        Arrays.stream(singularValues(walk, end)).map(value -> value * value).toArray();
    double all = Arrays.stream(squares).sum();
    assertEquals(squares[0] / all, found.xShare(), 1e-12);
    assertEquals(squares[1] / all, found.yShare(), 1e-12);
    assertEquals(OptionalInt.empty(), found.across());
    assertRightAngles(found.plane(), end);
  }

  private static double[] singularValues(double[][] walk, double[] end) {
    double[][] m = Arrays.stream(walk).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : m) {
      Vectors.add(-1, end, row);
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(m)).getSingularValues();
  }

  private static void assertRightAngles(Plane plane, double[] origin) {
    double[] right = plane.at(1, 0);
    double[] up = plane.at(0, 1);
    Vectors.add(-1, origin, right);
    Vectors.add(-1, origin, up);
    assertEquals(1, Vectors.norm(right), 1e-12);
    assertEquals(1, Vectors.norm(up), 1e-12);
    assertEquals(0, Vectors.dot(right, up), 1e-12);
  }

  @Test
  void ofManyParametersASampleOfPlacesIsEnough() {
    double[][] walk = walk(700, 400);
    PrincipalPlane found = PrincipalPlane.of(path(walk), walk[699]);

    assertEquals(300, found.sampled());
    double[] values = singularValues(walk, walk[699]);
    double all = Arrays.stream(values).map(value -> value * value).sum();
    assertEquals(values[0] * values[0] / all, found.xShare(), 1e-3);
    assertTrue(found.xShare() <= values[0] * values[0] / all);
  }

  @Test
  void thePathStartsAtTheLeftAndNotBelowItsEnd() {
    for (int seed = 3; seed < 12; seed++) {
      double[][] walk = walk(seed, 3);
      List<Iterate> path = path(walk);
      Plane plane = PrincipalPlane.of(path, walk[seed - 1]).plane();
      assertTrue(plane.x(path.get(0)) < 0);
      assertTrue(plane.y(path.get(0)) > 0);
    }
  }

  @Test
  void aStraightPathIsAllX() {
    double[] end = {3, 1, -2};
    PrincipalPlane found =
        PrincipalPlane.of(path(new double[] {1, 1, 1}, new double[] {2, 1, -0.5}, end), end);

    assertEquals(1, found.xShare(), 1e-15);
    assertEquals(0, found.yShare(), 1e-15);
    assertEquals(OptionalInt.of(1), found.across());
    assertRightAngles(found.plane(), end);
  }

  @Test
  void aPathMayBeVeryLong() {
    double[] end = {0, 0};
    PrincipalPlane found =
        PrincipalPlane.of(
            path(new double[] {3e200, 4e200}, new double[] {-8e200, 6e200}, end), end);

    assertEquals(0.8, found.xShare(), 1e-12);
    assertEquals(0.2, found.yShare(), 1e-12);
  }

  @Test
  void aPathOfOnePointHasNoDirections() {
    double[] point = {1, 2};
    for (List<Iterate> path : List.of(path(point), path(point, point))) {
      assertThrows(IllegalArgumentException.class, () -> PrincipalPlane.of(path, point));
    }
  }

  @Test
  void aLongPathIsThinnedAndKeepsItsEnds() {
    DescentPath path = new DescentPath();
    for (int epoch = 0; epoch <= 25_001; epoch++) {
      reach(path, epoch, 1, epoch, 1);
    }
    List<Integer> numbers =
        path.iterates().stream().map(iterate -> iterate.epoch().number()).toList();

    assertEquals(4, path.every());
    assertEquals(6252, numbers.size());
    assertEquals(List.of(0, 4, 8), numbers.subList(0, 3));
    assertEquals(List.of(25_000, 25_001), numbers.subList(6250, 6252));
  }

  @Test
  void aWidePathIsThinned() {
    DescentPath path = new DescentPath();
    for (int epoch = 0; epoch < 12; epoch++) {
      reach(path, epoch, 1, new double[1 << 19]);
    }

    assertEquals(2, path.every());
    assertEquals(7, path.iterates().size());
  }

  @Test
  void whatIsNotFiniteIsNotOfThePath() {
    DescentPath path = new DescentPath();
    reach(path, 0, 1, 1);
    reach(path, 1, 1, 2);
    reach(path, 2, Double.POSITIVE_INFINITY, 3);
    reach(path, 3, Double.NaN, 3);

    assertEquals(2, path.iterates().size());
  }
}
