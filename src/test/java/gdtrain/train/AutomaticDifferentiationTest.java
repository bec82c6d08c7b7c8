package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Plain;
import gdtrain.Sample;
import gdtrain.compute.Vectors;
import gdtrain.compute.Workers;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import gdtrain.optimizer.Flat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of the whole linear model against ND4J's own automatic differentiation. */
class AutomaticDifferentiationTest {
  private static final int ROWS = 31;
  private static final int INPUTS = 5;
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

  @ParameterizedTest
  @EnumSource(Plain.class)
  void givesTheSameGradient(Plain plain) {
    Sample sample = Sample.of(plain, ROWS, INPUTS, 3);
    Network network = new Network(INPUTS, List.of(), plain.outputs(), true);
    double[] at = new Random(4).doubles(network.parameters(), -1, 1).toArray();
    double[] gradient = new double[network.parameters()];
    double loss;
    try (Workers workers = new Workers(1)) {
      loss =
          new DataObjective(
                  network, Losses.CATALOG.choose(plain.lossName()), sample.dataset(8), workers)
              .lossAndGradient(at, gradient);
    }
    assertTrue(Flat.norm(gradient) > 0.01);

    SameDiff graph = SameDiff.create();
    INDArray start = Vectors.zeros(INPUTS, plain.outputs());
    for (int output = 0; output < plain.outputs(); output++) {
      for (int input = 0; input < INPUTS; input++) {
        start.putScalar(input, output, at[network.index(0, input, output)]);
      }
    }
    SDVariable weights = graph.var("w", start);
    SDVariable raw = graph.placeHolder("x", DataType.DOUBLE, -1, INPUTS).mmul(weights);
    SDVariable target = graph.placeHolder("t", DataType.DOUBLE, -1, plain.outputs());
    SDVariable rowWeight = graph.placeHolder("v", DataType.DOUBLE, -1, 1);
    SDVariable rowLoss = rowLoss(plain, graph, raw, target); // (rows, 1)
    rowLoss.mul(rowWeight).sum().div(rowWeight.sum()).rename("loss");
    graph.setLossVariables("loss");
    Map<String, INDArray> arrays =
        Map.of(
            "x", Data.matrix(sample.x),
            "t", Data.matrix(sample.targets),
            "v", Vectors.column(sample.weights));
    assertEquals(graph.output(arrays, "loss").get("loss").getDouble(0), loss, 1e-12);
    INDArray expected = graph.calculateGradients(arrays, "w").get("w");
    for (int output = 0; output < plain.outputs(); output++) {
      for (int input = 0; input < INPUTS; input++) {
        assertEquals(
            expected.getDouble(input, output), gradient[network.index(0, input, output)], 1e-10);
      }
    }
  }

  private static SDVariable rowLoss(
      Plain plain, SameDiff graph, SDVariable raw, SDVariable target) {
    return switch (plain) {
      case MSE -> graph.math().square(raw.sub(target));
      case BINARY -> graph.math().log(graph.math().exp(raw).add(1)).sub(raw.mul(target));
      case SOFTMAX ->
          graph.math().log(graph.math().exp(raw).sum(true, 1)).sub(raw.mul(target).sum(true, 1));
    };
  }
}
