package gdtrain.compute;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The ops that a card runs, by ND4J's CPU backend. */
class CudaDeviceTest extends KernelTest {
  private static Device before;

  @BeforeAll
  static void useCuda() {
    Backend.start();
    before = Backend.device();
    Backend.use(new CudaDevice());
  }

  @AfterAll
  static void useWhatWasThere() {
    Backend.use(before);
  }

  /** ND4J's op takes the routine for vectors, which does not add up every column alike. */
  @Override
  void givesEqualColumnsOfASmallMatrixEqualProducts(int rows) {}
}
