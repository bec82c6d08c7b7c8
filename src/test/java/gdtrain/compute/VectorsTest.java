package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorsTest {
  @Test
  void multipliesAddsScalesAndSubtracts() {
    double[] x = {1, -2, 3};
    double[] y = {10, 20, 30};
    assertEquals(60, Vectors.dot(x, y));
    assertEquals(Math.sqrt(14), Vectors.norm(x), 1e-15);
    Vectors.add(-2, x, y);
    assertArrayEquals(new double[] {8, 24, 24}, y);
    Vectors.scale(0.5, y);
    assertArrayEquals(new double[] {4, 12, 12}, y);
    double[] z = new double[3];
    Vectors.subtract(y, x, z);
    assertArrayEquals(new double[] {3, 14, 9}, z);
    Vectors.copy(x, y);
    assertArrayEquals(new double[] {1, -2, 3}, y);
  }

  @Test
  void addsUpWeighted() {
    assertEquals(60, Vectors.weightedSum(new double[] {1, -2, 3}, new double[] {10, 20, 30}));
    double[] none = {1, Double.NaN};
    assertTrue(Double.isNaN(Vectors.weightedSum(none, new double[] {1, 1})));
  }

  @Test
  void hasANormWhereSquaresOverflowOrVanish() {
    assertEquals(Math.sqrt(2), Vectors.norm(new double[] {1e200, -1e200}) / 1e200, 1e-15);
    assertEquals(5, Vectors.norm(new double[] {3e-200, 4e-200}) / 1e-200, 1e-14);
    assertEquals(0, Vectors.norm(new double[] {0, 0}));
    assertEquals(
        Double.POSITIVE_INFINITY, Vectors.norm(new double[] {1, Double.NEGATIVE_INFINITY}));
    assertTrue(Double.isNaN(Vectors.norm(new double[] {1, Double.NaN})));
    assertTrue(Double.isNaN(Vectors.dot(new double[] {1, Double.NaN}, new double[] {1, 1})));
  }
}
