package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kernel against plain loops, on shapes with one row, one column, one element, and others.
 */
class KernelTest {
  /** Rows, inner size, columns; the seed follows from them. */
  record Shape(int n, int m, int k) {
    Random random() {
      return new Random(n * 10_000L + m * 100L + k);
    }
  }

  /** Makes a kernel of two arrays, the second the result. */
  private interface Map {
    Kernel of(Matrix a, Matrix b);
  }

  static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int n : new int[] {1, 2, 5}) {
      for (int m : new int[] {1, 3, 4}) {
        for (int k : new int[] {1, 2, 7}) {
          shapes.add(new Shape(n, m, k));
        }
      }
    }
    shapes.add(new Shape(700, 13, 5));
    shapes.add(new Shape(2000, 13, 1));
    shapes.add(new Shape(1, 13, 2000));
    shapes.add(new Shape(13, 2000, 1));
    return shapes;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void multipliesMatrices(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.m, random);
    double[][] b = Data.normal(shape.m, shape.k, random);
    Matrix left = Data.matrix(a);
    Matrix right = Data.matrix(b);
    Matrix result = Data.matrix(Data.normal(shape.n, shape.k, random));
    Kernel kernel = Kernel.multiply(left, right, result);
    kernel.run();
    assertRows(product(a, b), result);

    double[][] other = Data.normal(shape.n, shape.m, random);
    Data.write(flat(other), left);
    kernel.run();
    assertRows(product(other, b), result);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void multipliesByColumnsOfAFlatVector(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.m, random);
    double[][] columns = Data.normal(shape.k, shape.m, random);
    Matrix flat = Data.column(flat(columns));
    Matrix result = Matrix.zeros(shape.n, shape.k);
    Kernel.multiply(Data.matrix(a), flat.part(0, shape.m, shape.k), result).run();
    assertRows(product(a, transposed(columns)), result);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void addsTheProductWithATransposedMatrix(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.m, random);
    double[][] b = Data.normal(shape.n, shape.k, random);
    double[][] c = Data.normal(shape.m, shape.k, random);
    Matrix sum = Data.matrix(c);
    Kernel kernel = Kernel.multiplyTransposed(-0.5, Data.matrix(a), Data.matrix(b), 1, sum);
    kernel.run();
    kernel.run();
    double[][] product = product(transposed(a), b);
    assertRows(combined(c, product, (x, y) -> x - 2 * 0.5 * y), sum);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void replacesWhateverWasThereByTheProductWithATransposedMatrix(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.m, random);
    double[][] b = Data.normal(shape.n, shape.k, random);
    Matrix result = Matrix.zeros(shape.m, shape.k);
    result.fill(Double.NaN);
    result.upload();
    Kernel.multiplyTransposed(1, Data.matrix(a), Data.matrix(b), 0, result).run();
    assertRows(product(transposed(a), b), result);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void multipliesMatricesInWhateverOrderTheyLie(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.m, random);
    double[][] b = Data.normal(shape.m, shape.k, random);
    for (String orders : List.of("ccf", "cfc", "cff", "fcc", "fcf", "ffc", "fff")) {
      Matrix left = ordered(a, orders.charAt(0));
      Matrix right = ordered(b, orders.charAt(1));
      Matrix result = ordered(Data.normal(shape.n, shape.k, random), orders.charAt(2));
      Kernel.multiply(left, right, result).run();
      assertRows(product(a, b), result);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void multipliesPartsOfOneFlatVector(Shape shape) {
    Random random = shape.random();
    double[][] a = Data.normal(shape.n, shape.k, random);
    double[][] b = Data.normal(shape.m + 1, shape.k, random);
    Matrix flat = Matrix.zeros(3 + (shape.m + 1) * shape.k + shape.n * shape.m + 2);
    Matrix right = flat.part(3, shape.m + 1, shape.k);
    Data.write(flat(transposed(b)), right);
    Matrix result = flat.part(3 + right.length(), shape.n, shape.m);
    Matrix upper = right.upperRows(shape.m);
    Kernel.multiplyByTransposed(Data.matrix(a), upper, result).run();
    assertRows(product(a, transposed(Arrays.copyOf(b, shape.m))), result);
    assertRows(b, right);
    double[] all = Data.numbers(flat);
    assertEquals(0, all[2]);
    assertEquals(0, all[all.length - 2]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 150, 500})
  void givesEqualColumnsOfASmallMatrixEqualProducts(int rows) {
    double[][] a = Data.normal(rows, 9, new Random(rows));
    for (double[] row : a) {
      row[8] = row[0];
    }
    Matrix product = Matrix.zeros(9);
    Matrix slope = Data.matrix(Data.normal(rows, 1, new Random(-rows)));
    Kernel.multiplyTransposed(1.0 / rows, Data.matrix(a), slope, 0, product).run();
    assertEquals(Data.numbers(product)[0], Data.numbers(product)[8]);
  }

  @Test
  void copiesFloatsToDoubles() {
    Matrix floats = Matrix.uninitialisedFloats(2, 2);
    Data.write(new double[] {1.5, 0.1, -3, 1e30}, floats);
    Matrix doubles = Matrix.zeros(2, 2);
    Kernel.copy(floats, doubles).run();
    assertArrayEquals(new double[] {1.5, 0.1f, -3, 1e30f}, Data.numbers(doubles));
  }

  @Test
  void refusesShapesThatDoNotFitBeforeNativeCodeSeesThem() {
    assertRefused((a, b) -> Kernel.multiply(a, a, b), 2, 3, 2, 3);
    assertRefused((a, b) -> Kernel.multiply(a, b, a), 2, 3, 3, 2);
    assertRefused((a, b) -> Kernel.multiplyTransposed(1, a.transposed(), b, 1, b), 2, 3, 3, 2);
    assertRefused((a, b) -> Kernel.multiplyTransposed(1, a.transposed(), b, 1, a), 2, 3, 2, 2);
    assertRefused(Kernel::copy, 2, 3, 3, 2);
  }

  private static void assertRefused(Map kernel, int rows, int columns, int rowsB, int columnsB) {
    Matrix a = Matrix.zeros(rows, columns);
    Matrix b = Matrix.zeros(rowsB, columnsB);
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> kernel.of(a, b)).getMessage();
    assertTrue(sentence.contains("[%d, %d]".formatted(rows, columns)), sentence);
    assertTrue(sentence.contains("[%d, %d]".formatted(rowsB, columnsB)), sentence);
  }

  private static void assertRows(double[][] expected, Matrix actual) {
    double[][] rows = Data.rows(actual);
    assertEquals(expected.length, rows.length);
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(expected[i], rows[i], 1e-12);
    }
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Row after row for c, column after column for f. */
  private static Matrix ordered(double[][] rows, char order) {
    return order == 'c' ? Data.matrix(rows) : Data.matrix(transposed(rows)).transposed();
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b[0].length; k++) {
        for (int j = 0; j < b.length; j++) {
          product[i][k] += a[i][j] * b[j][k];
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] a) {
    double[][] transposed = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        transposed[j][i] = a[i][j];
      }
    }
    return transposed;
  }

  /** Element by element. */
  private static double[][] combined(double[][] a, double[][] b, DoubleBinaryOperator plain) {
    double[][] result = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        result[i][j] = plain.applyAsDouble(a[i][j], b[i][j]);
      }
    }
    return result;
  }
}
