package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTrialTest {
  @BeforeAll
  static void start() {
    Backend.start();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 3", "20000, 50", "1000000000000, 1000"})
  void measuresAPassOnEveryDevice(long rows, int columns) {
    for (Device device : List.of(Processor.INSTANCE, new CudaDevice(), new ShadowDevice())) {
      double seconds = DeviceTrial.secondsOfAPass(device, rows, columns, 0);
      assertTrue(seconds > 0 && Double.isFinite(seconds));
    }
  }

  @Test
  void triesAPartOfManyRows() {
    List<Integer> lengths = new ArrayList<>();
    Device recording =
        new Device() {
          @Override
          public Memory reserve(int length, boolean narrow) {
            lengths.add(length);
            return Processor.INSTANCE.reserve(length, narrow);
          }

          @Override
          public Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
            throw new AssertionError("the processor's memory takes its products");
          }

          @Override
          public Kernel copy(Matrix from, Matrix to) {
            throw new AssertionError("nothing is copied");
          }
        };
    DeviceTrial.secondsOfAPass(recording, 1_000_000_000, 1 << 10, 0);
    assertEquals(List.of(1 << 22, 1 << 10, 1 << 12, 1 << 10), lengths);
  }
}
