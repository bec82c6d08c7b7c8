package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values and slopes against ND4J's own losses and its automatic differentiation. */
class SameDiffLossTest {
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
  @MethodSource("gdtrain.loss.GraphLoss#trials")
  void isTheSame(Trial trial) {
    int outputs = trial.outputs();
    Loss loss = trial.loss();
    Trial.Rows rows = trial.rows(21);
    One one = One.of(loss, rows.raw, rows.targets, rows.weights);

    SameDiff graph = SameDiff.create();
    SDVariable raw = graph.var("raw", Data.array(rows.raw));
    SDVariable target = graph.placeHolder("t", DataType.DOUBLE, -1, outputs);
    SDVariable weight = graph.placeHolder("v", DataType.DOUBLE, -1, 1);
    GraphLoss.sum(loss.name(), graph, raw, target, weight).rename("loss");
    graph.setLossVariables("loss");
    Map<String, INDArray> arrays =
        Map.of(
            "t",
            Data.array(rows.targets),
            "v",
            Nd4j.create(rows.weights, new long[] {rows.weights.length, 1}));

    double expected = graph.output(arrays, "loss").get("loss").getDouble(0);
    assertEquals(expected, one.sum, 1e-10 * expected);
    double[][] slope = Data.rows(graph.calculateGradients(arrays, "raw").get("raw"));
    assertTrue(Arrays.stream(slope).anyMatch(row -> Math.abs(row[0]) > 0.1));
    for (int row = 0; row < slope.length; row++) {
      assertArrayEquals(slope[row], one.slope[row], 1e-10);
    }
  }
}
