package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.Data;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
  @BeforeAll
  static void start() {
    Backend.start();
  }

  private static Kernel product(Matrix... arrays) {
    return Loop.over(
        (pieces, count) -> {
          for (int i = 0; i < count; i++) {
            pieces[1][i] *= pieces[0][i];
          }
        },
        arrays);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 341, 342, 1024, 1025, 3000})
  void takesEveryNumberOnceHoweverManyPiecesThereAre(int rows) {
    double[][] a = Data.normal(rows, 3, new Random(rows));
    double[][] b = Data.normal(rows, 3, new Random(-rows));
    Matrix product = Data.matrix(b);
    product(Data.matrix(a), product).run();
    double[] products = Data.numbers(product);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(a[i][j] * b[i][j], products[i * 3 + j]);
      }
    }
  }

  @Test
  void looksAtTheArraysAnewInEveryRun() {
    Matrix a = Data.column(2, 3);
    Matrix b = Data.column(1, 1);
    Kernel product = product(a, b);
    product.run();
    a.fill(10);
    product.run();
    assertArrayEquals(new double[] {20, 30}, Data.numbers(b));
  }

  @Test
  void worksInPlace() {
    Matrix a = Data.column(2, 3);
    product(a, a).run();
    assertArrayEquals(new double[] {4, 9}, Data.numbers(a));
  }

  @Test
  void staysInsideAFrontPart() {
    Matrix whole = Matrix.zerosByColumn(2, 3);
    whole.fill(5);
    Matrix front = whole.part(0, 2, 2);
    product(front, front).run();
    assertArrayEquals(new double[] {25, 25, 25, 25, 5, 5}, Data.numbers(whole));
  }

  @Test
  void refusesOtherShapesAndOrders() {
    Matrix a = Matrix.zeros(2, 3);
    assertThrows(IllegalArgumentException.class, () -> product(a, Matrix.zeros(3, 2)));
    assertThrows(IllegalArgumentException.class, () -> product(a, Matrix.zerosByColumn(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> product(Matrix.zeros(2), Matrix.zeros(3)));
  }
}
