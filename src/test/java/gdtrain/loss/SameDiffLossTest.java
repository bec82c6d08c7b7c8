package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  @CsvSource({
    "mse,1",
    "mae,1",
    "huber:delta=0.7,1",
    "log-cosh:width=0.5,1",
    "poisson,1",
    "gamma,1",
    "binary-cross-entropy:smoothing=0.25,1",
    "softmax-cross-entropy:smoothing=0.2,4",
    "hinge,1",
    "squared-hinge,1",
    "focal:gamma=1.5,1",
    "focal:gamma=1.5,4"
  })
  void isTheSame(String name, int outputs) {
    Loss loss = Losses.CATALOG.choose(name);
    Trial.Rows rows = new Trial(loss, outputs).rows(21);
    One one = One.of(loss, rows.raw, rows.targets, rows.weights);

    SameDiff graph = SameDiff.create();
    SDVariable raw = graph.var("raw", Data.matrix(rows.raw));
    SDVariable target = graph.placeHolder("t", DataType.DOUBLE, -1, outputs);
    SDVariable weight = graph.placeHolder("v", DataType.DOUBLE, -1, 1);
    sum(name, graph, raw, target, weight).rename("loss");
    graph.setLossVariables("loss");
    Map<String, INDArray> arrays =
        Map.of("t", Data.matrix(rows.targets), "v", Vectors.column(rows.weights));

    double expected = graph.output(arrays, "loss").get("loss").getDouble(0);
    assertEquals(expected, one.sum, 1e-10 * expected);
    double[][] slope = Data.rows(graph.calculateGradients(arrays, "raw").get("raw"));
    assertTrue(Arrays.stream(slope).anyMatch(row -> Math.abs(row[0]) > 0.1));
    for (int row = 0; row < slope.length; row++) {
      assertArrayEquals(slope[row], one.slope[row], 1e-10);
    }
  }

  /**
   * By ND4J's own loss where it has one; unreduced, those would forget the weights on the way back.
   */
  private static SDVariable sum(
      String name, SameDiff graph, SDVariable raw, SDVariable target, SDVariable weight) {
    var losses = graph.loss();
    return switch (name.replaceFirst(":.*", "")) {
      case "huber" -> losses.huberLoss(target, raw, weight, LossReduce.SUM, 0.7);
      case "hinge" -> losses.hingeLoss(target, raw, weight, LossReduce.SUM);
      case "binary-cross-entropy" ->
          losses.sigmoidCrossEntropy(target, raw, weight, LossReduce.SUM, 0.25);
      case "poisson" -> {
        SDVariable ofTargets = target.mul(graph.math().log(target)).sub(target).mul(weight).sum();
        yield losses.logPoisson(target, raw, weight, LossReduce.SUM, false).add(ofTargets);
      }
      default -> rows(name, graph, raw, target).mul(weight).sum();
    };
  }

  /** The losses of the rows, shape (rows, 1). */
  private static SDVariable rows(String name, SameDiff graph, SDVariable raw, SDVariable target) {
    var math = graph.math();
    SDVariable margin = target.mul(2).sub(1).mul(raw);
    return switch (name.replaceFirst(":.*", "")) {
      case "mse" -> math.square(raw.sub(target));
      case "mae" -> math.abs(raw.sub(target));
      case "log-cosh" -> math.log(math.cosh(raw.sub(target).div(0.5))).mul(0.25);
      case "gamma" -> raw.sub(math.log(target)).add(target.mul(math.exp(math.neg(raw)))).sub(1);
      case "softmax-cross-entropy" -> {
        SDVariable smooth = target.mul(0.8).add(0.05);
        yield math.log(math.exp(raw).sum(true, 1)).sub(raw.mul(smooth).sum(true, 1));
      }
      case "squared-hinge" -> math.square(graph.nn().relu(margin.mul(-1).add(1), 0));
      default -> focal(graph, raw, target, margin);
    };
  }

  private static SDVariable focal(
      SameDiff graph, SDVariable raw, SDVariable target, SDVariable margin) {
    SDVariable p =
        raw.getArr().columns() == 1
            ? graph.nn().sigmoid(margin)
            : graph.nn().softmax(raw, 1).mul(target).sum(true, 1);
    return graph.math().pow(p.mul(-1).add(1), 1.5).mul(graph.math().log(p)).mul(-1);
  }
}
