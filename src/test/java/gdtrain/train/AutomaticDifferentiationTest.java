package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Vectors;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.GraphLoss;
import gdtrain.loss.Trial;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gradient of the whole model against ND4J's own automatic differentiation. */
class AutomaticDifferentiationTest {
  private static final int ROWS = 31;
  private static final int INPUTS = 4;
  private final PrintStream out = System.out;

  /** SameDiff prints to standard output. */
  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(out);
  }

  /** Every loss at depth 0, and at depths 1 and 2 with every activation. */
  static Stream<Arguments> networks() {
    return GraphLoss.trials().stream()
        .flatMap(
            trial ->
                Stream.concat(
                    Stream.of(Arguments.of(trial, List.of())),
                    Activations.CATALOG.names().stream()
                        .flatMap(name -> Stream.of(layers(name, 3), layers(name, 3, 2)))
                        .map(hidden -> Arguments.of(trial, hidden))));
  }

  private static List<Layer> layers(String activation, int... units) {
    List<Layer> layers = new ArrayList<>();
    for (int count : units) {
      layers.add(new Layer(count, Activations.CATALOG.choose(activation)));
    }
    return layers;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesTheSameGradient(Trial trial, List<Layer> hidden) {
    Network network = new Network(INPUTS, hidden, trial.outputs(), false);
    double[][] x = Data.normal(ROWS, INPUTS, new Random(2));
    Trial.Rows rows = trial.rows(ROWS, 3);
    double[] at = new Random(4).doubles(network.parameters(), -1, 1).toArray();
    double[] gradient = new double[network.parameters()];
    try (Workers workers = new Workers(1)) {
      Dataset data = Data.dataset(x, rows.targets, rows.weights, 8);
      double loss =
          new DataObjective(network, trial.loss(), data, workers).lossAndGradient(at, gradient);
      assertTrue(Vectors.norm(gradient) > 0.01);
      SameDiff graph = graph(trial, network, at);
      Map<String, INDArray> arrays =
          Map.of(
              "x", Data.array(x),
              "t", Data.array(rows.targets),
              "v", Nd4j.create(rows.weights, new long[] {rows.weights.length, 1}));
      double sum = graph.output(arrays, "sum").get("sum").getDouble(0);
      assertEquals(sum / data.totalWeight(), loss, 1e-11);
      double[] expected = gradient(graph, network, arrays);
      Vectors.scale(1 / data.totalWeight(), expected);
      assertArrayEquals(expected, gradient, 1e-10);
    }
  }

  /** The sum is not divided by the total weight: ND4J's losses forget that on the way back. */
  private static SameDiff graph(Trial trial, Network network, double[] at) {
    SameDiff graph = SameDiff.create();
    SDVariable target = graph.placeHolder("t", DataType.DOUBLE, -1, trial.outputs());
    SDVariable weight = graph.placeHolder("v", DataType.DOUBLE, -1, 1);
    SDVariable raw = raw(graph, network, at);
    GraphLoss.sum(trial.loss().name(), graph, raw, target, weight).rename("sum");
    graph.setLossVariables("sum");
    return graph;
  }

  private static double[] gradient(SameDiff graph, Network network, Map<String, INDArray> arrays) {
    String[] names =
        IntStream.range(0, network.layers()).mapToObj(l -> "w" + l).toArray(String[]::new);
    Map<String, INDArray> slopes = graph.calculateGradients(arrays, names);
    double[] gradient = new double[network.parameters()];
    for (int layer = 0; layer < network.layers(); layer++) {
      INDArray slope = slopes.get(names[layer]);
      for (int output = 0; output < network.out(layer); output++) {
        for (int input = 0; input < network.in(layer); input++) {
          gradient[network.index(layer, input, output)] = slope.getDouble(input, output);
        }
      }
    }
    return gradient;
  }

  private static SDVariable raw(SameDiff graph, Network network, double[] at) {
    SDVariable entering = graph.placeHolder("x", DataType.DOUBLE, -1, INPUTS);
    for (int layer = 0; layer < network.layers(); layer++) {
      INDArray weights = Nd4j.zeros(DataType.DOUBLE, network.in(layer), network.out(layer));
      for (int output = 0; output < network.out(layer); output++) {
        for (int input = 0; input < network.in(layer); input++) {
          weights.putScalar(input, output, at[network.index(layer, input, output)]);
        }
      }
      SDVariable sums = entering.mmul(graph.var("w" + layer, weights));
      if (layer == network.layers() - 1) {
        return sums;
      }
      entering = activation(network.hidden().get(layer).activation().name(), graph, sums);
    }
    throw new AssertionError();
  }

  private static SDVariable activation(String name, SameDiff graph, SDVariable sums) {
    var nn = graph.nn();
    var math = graph.math();
    return switch (name) {
      case "relu" -> nn.relu(sums, 0);
      case "leaky-relu:slope=0.01" -> nn.relu(sums, 0).sub(nn.relu(sums.mul(-1), 0).mul(0.01));
      case "elu" -> nn.elu(sums);
      case "selu" -> nn.selu(sums);
      case "gelu" -> sums.mul(0.5).mul(math.erf(sums.div(Math.sqrt(2))).add(1));
      case "swish" -> nn.swish(sums);
      case "tanh" -> math.tanh(sums);
      case "sigmoid" -> nn.sigmoid(sums);
      case "softplus" -> nn.softplus(sums);
      case "identity" -> sums;
      default -> throw new AssertionError(name);
    };
  }
}
