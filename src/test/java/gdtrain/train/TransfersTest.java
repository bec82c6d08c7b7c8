package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.compute.ShadowDevice;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many numbers travel between Java and a card, which is what an epoch costs there. */
class TransfersTest {
  private static final int ROWS = 20;
  private static final int INPUTS = 5;
  private static final int BLOCKS = 3; // of 8, 8 and 4 rows

  private final ShadowDevice device = ShadowDevice.use();

  @AfterEach
  void goBack() {
    ShadowDevice.useProcessor();
  }

  /** Numbers that go up and come down in one pass for loss and gradient. */
  record Travelled(long up, long down) {}

  private Travelled inOnePass(Network network) {
    double[][] x = Data.normal(ROWS, INPUTS, new Random(1));
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    Dataset data = Data.dataset(x, Data.normal(ROWS, 1, new Random(2)), weights, 8);
    double[] at = new Random(3).doubles(network.parameters(), -1, 1).toArray();
    try (Workers workers = new Workers(1)) {
      DataObjective objective =
          new DataObjective(network, Losses.CATALOG.choose("mse"), data, workers);
      objective.lossAndGradient(at, new double[at.length]);
      long up = device.uploaded();
      long down = device.downloaded();
      objective.lossAndGradient(at, new double[at.length]);
      return new Travelled(device.uploaded() - up, device.downloaded() - down);
    }
  }

  @Test
  void inputsStayUpAndParametersRawOutputsAndGradientTravel() {
    Network linear = new Network(INPUTS, List.of(), 1, false);
    int parameters = linear.parameters();
    assertEquals(new Travelled(parameters + ROWS, ROWS + BLOCKS * parameters), inOnePass(linear));
  }

  @Test
  void ofAHiddenLayerItsSumsAndSlopesTravelBothWays() {
    Layer hidden = new Layer(4, Activations.CATALOG.choose("tanh"), OptionalDouble.empty(), 0);
    Network network = new Network(INPUTS, List.of(hidden), 1, true);
    int parameters = network.parameters();
    int up = parameters + ROWS + ROWS * (4 + 1) + ROWS * 4;
    int down = ROWS + 2 * ROWS * 4 + BLOCKS * parameters;
    assertEquals(new Travelled(up, down), inOnePass(network));
  }
}
