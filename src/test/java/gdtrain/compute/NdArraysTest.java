package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NdArraysTest {
  @BeforeAll
  static void start() {
    Backend.start();
    Backend.start(); // again: nothing happens
  }

  @Test
  void holdDoublesInColumns() {
    assertEquals(DataType.DOUBLE, Nd4j.dataType());
    assertEquals(DataType.DOUBLE, NdArrays.zeros(2).dataType());
    assertEquals(DataType.DOUBLE, NdArrays.column(0.1).dataType());
    assertArrayEquals(new long[] {2, 1}, NdArrays.column(1, 2).shape());
    assertArrayEquals(new long[] {2, 3}, NdArrays.zeros(2, 3).shape());
    assertEquals(0.1, NdArrays.column(0.1).getDouble(0));
  }

  @Test
  void multiplyAddAndScale() {
    INDArray x = NdArrays.column(1, -2, 3);
    INDArray y = NdArrays.column(10, 20, 30);
    assertEquals(60, NdArrays.dot(new double[] {1, -2, 3}, new double[] {10, 20, 30}));
    NdArrays.add(-2, x, y);
    assertArrayEquals(new double[] {8, 24, 24}, Data.numbers(y));
    NdArrays.scale(0.5, y);
    assertArrayEquals(new double[] {4, 12, 12}, Data.numbers(y));
  }

  @Test
  void passOnWhatIsNoNumber() {
    assertTrue(Double.isNaN(NdArrays.dot(new double[] {1, Double.NaN}, new double[] {1, 1})));
  }
}
