package gdtrain.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.Plain;
import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class NetworkTest {
  private static final int ROWS = 7;
  private static final Network NETWORK = new Network(4, 3);
  private final Random random = new Random(1);
  private final double[][] x = Data.normal(ROWS, 4, random);

  @Test
  void laysItsParametersOutOutputAfterOutput() {
    assertEquals(12, NETWORK.parameters());
    assertEquals(0, NETWORK.index(0, 0));
    assertEquals(3, NETWORK.index(3, 0));
    assertEquals(4, NETWORK.index(0, 1));
    assertEquals(11, NETWORK.index(3, 2));
  }

  @Test
  void goesForwardWithWhatTheFlatVectorHoldsAtThatTime() {
    INDArray parameters = Vectors.zeros(12);
    INDArray raw = Vectors.zeros(ROWS, 3);
    Kernel forward = NETWORK.forward(Data.matrix(x), parameters, raw);
    for (int round = 0; round < 3; round++) {
      double[] values = random.doubles(12, -1, 1).toArray();
      Vectors.copy(Vectors.column(values), parameters);
      forward.run();
      for (int row = 0; row < ROWS; row++) {
        assertArrayEquals(Plain.raw(x[row], values), Data.rows(raw)[row], 1e-14);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsOrReplacesTheGradientOnTheWayBack(boolean adds) {
    double[][] slope = Data.normal(ROWS, 3, random);
    double[] start = random.doubles(12, -1, 1).toArray();
    INDArray gradient = Vectors.column(start);
    NETWORK.backward(0.5, Data.matrix(x), Data.matrix(slope), adds, gradient).run();
    for (int input = 0; input < 4; input++) {
      for (int output = 0; output < 3; output++) {
        double expected = adds ? start[NETWORK.index(input, output)] : 0;
        for (int row = 0; row < ROWS; row++) {
          expected += 0.5 * x[row][input] * slope[row][output];
        }
        assertEquals(expected, gradient.getDouble(NETWORK.index(input, output)), 1e-14);
      }
    }
  }
}
