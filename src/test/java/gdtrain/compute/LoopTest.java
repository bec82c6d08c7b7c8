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
import org.nd4j.linalg.api.ndarray.INDArray;

class LoopTest {
  @BeforeAll
  static void start() {
    Backend.start();
  }

  private static Kernel product(INDArray... arrays) {
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
    INDArray product = Data.matrix(b);
    product(Data.matrix(a), product).run();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(a[i][j] * b[i][j], product.getDouble(i, j));
      }
    }
  }

  @Test
  void looksAtTheArraysAnewInEveryRun() {
    INDArray a = NdArrays.column(2, 3);
    INDArray b = NdArrays.column(1, 1);
    Kernel product = product(a, b);
    product.run();
    a.assign(10);
    product.run();
    assertArrayEquals(new double[] {20, 30}, Data.numbers(b));
  }

  @Test
  void worksInPlace() {
    INDArray a = NdArrays.column(2, 3);
    product(a, a).run();
    assertArrayEquals(new double[] {4, 9}, Data.numbers(a));
  }

  @Test
  void staysInsideAFrontPart() {
    INDArray whole = NdArrays.zerosByColumn(2, 3).assign(5);
    INDArray front = NdArrays.matrix(whole, 0, 2, 2);
    product(front, front).run();
    assertArrayEquals(new double[] {25, 25, 25, 25, 5, 5}, Data.numbers(whole));
  }

  @Test
  void refusesOtherShapesAndOrders() {
    INDArray a = NdArrays.zeros(2, 3);
    assertThrows(IllegalArgumentException.class, () -> product(a, NdArrays.zeros(3, 2)));
    assertThrows(IllegalArgumentException.class, () -> product(a, NdArrays.zerosByColumn(2, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> product(NdArrays.zeros(2), NdArrays.zeros(3)));
  }
}
