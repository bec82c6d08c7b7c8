package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.Data;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It must see what is forgotten; else the tests that run on it prove nothing. */
class ShadowDeviceTest {
  private final Matrix a;
  private final Matrix b;
  private final Matrix product;
  private final Kernel kernel;

  ShadowDeviceTest() {
    ShadowDevice.use();
    a = Data.matrix(new double[][] {{1, 2}, {3, 4}});
    b = Data.column(5, 6);
    product = Matrix.zeros(2);
    kernel = Kernel.multiply(a, b, product);
  }

  @BeforeEach
  void use() {
    ShadowDevice.use();
  }

  @AfterEach
  void goBack() {
    ShadowDevice.useProcessor();
  }

  @Test
  void seesAForgottenDownload() {
    kernel.run();
    assertThrows(ShadowDevice.StaleCopy.class, () -> product.read(new double[2]));
    product.download();
    double[] numbers = new double[2];
    product.read(numbers);
    assertArrayEquals(new double[] {17, 39}, numbers);
  }

  @Test
  void seesAForgottenUpload() {
    b.write(new double[] {7, 8});
    assertThrows(ShadowDevice.StaleCopy.class, kernel::run);
    b.upload();
    kernel.run();
    assertArrayEquals(new double[] {23, 53}, Data.numbers(product));
  }

  @Test
  void seesThatPartOfWhatAProductMadeWouldBeLost() {
    kernel.run();
    assertThrows(ShadowDevice.StaleCopy.class, () -> product.write(1, new double[] {1}, 1));
    assertDoesNotThrow(() -> product.write(new double[] {1, 2}));
  }

  @Test
  void seesThatAProductWouldAddToOldNumbers() {
    Kernel sum = Kernel.multiplyTransposed(1, a.transposed(), b, 1, product);
    product.write(new double[] {1, 1});
    assertThrows(ShadowDevice.StaleCopy.class, sum::run);
    product.upload();
    sum.run();
    assertArrayEquals(new double[] {18, 40}, Data.numbers(product));
  }

  @Test
  void seesAClearedMatrixThatWasNotDownloaded() {
    product.clear();
    assertThrows(ShadowDevice.StaleCopy.class, () -> product.read(new double[2]));
  }
}
