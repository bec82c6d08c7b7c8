package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.Data;
import gdtrain.compute.Backend;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeparatingHyperplaneTest {
  @BeforeAll
  static void startBackend() {
    Backend.start();
  }

  /** Every binary task of the independent solver's results. */
  static Stream<Arguments> binaryTasks() throws IOException {
    List<Arguments> tasks = new ArrayList<>();
    try (InputStream in = SeparatingHyperplaneTest.class.getResourceAsStream("/reference.json")) {
      for (JsonNode set : new ObjectMapper().readTree(in).get("sets")) {
        for (JsonNode task : set.get("tasks")) {
          if (task.get("task").asText().equals("binary")) {
            tasks.add(Arguments.of(set.get("file").asText(), task.get("target").asText(), task));
          }
        }
      }
    }
    return tasks.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("binaryTasks")
  void agreesWithAnIndependentSolver(String file, String target, JsonNode task) {
    String status = task.get("unregularised").get("status").asText();

    assertEquals(status.startsWith("separable"), found(dataset(file, target, task)), status);
  }

  @Test
  void seesOverlapInOneColumn() {
    assertFalse(found(line(new double[] {1, 2, 3, 4}, new double[] {0, 1, 0, 1}, 1)));
    assertTrue(found(line(new double[] {1, 2, 3, 4}, new double[] {0, 0, 1, 1}, 1)));
  }

  @Test
  void passesOverRowsOfWeightZero() {
    assertTrue(found(line(new double[] {1, 5, 3, 4}, new double[] {0, 0, 1, 1}, 0)));
    assertFalse(found(line(new double[] {1, 5, 3, 4}, new double[] {0, 0, 1, 1}, 1)));
  }

  @Test
  void seesOneRowAmongManyOnTheWrongSide() {
    int rows = 9_001; // of which a sample is looked at first
    double[] x = IntStream.range(0, rows).mapToDouble(i -> i % 2 == 0 ? i : -1 - i).toArray();
    double[] targets = IntStream.range(0, rows).mapToDouble(i -> x[i] < 0 ? 0 : 1).toArray();
    assertTrue(found(line(x, targets, 1)));
    for (int wrong : new int[] {4, 6_001}) {
      double truth = targets[wrong];
      targets[wrong] = 1 - truth;
      assertFalse(found(line(x, targets, 1)));
      targets[wrong] = truth;
    }
  }

  @Test
  void seesThatManyRowsOverlap() {
    Random random = new Random(5);
    double[] x = random.doubles(9_000, -1, 1).toArray();
    double[] targets = new double[x.length];
    Arrays.setAll(targets, i -> x[i] + random.nextGaussian() > 0 ? 1 : 0);

    assertFalse(found(line(x, targets, 1)));
  }

  private static boolean found(Dataset data) {
    int inputs = data.inputs();
    return new SeparatingHyperplane(data).found(Collections.nCopies(inputs, 0.0));
  }

  /** Rows of one column and the constant 1; the second has a weight of its own. */
  private static Dataset line(double[] x, double[] targets, double secondWeight) {
    double[][] inputs = new double[x.length][];
    double[][] truths = new double[x.length][];
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      inputs[i] = new double[] {x[i], 1};
      truths[i] = new double[] {targets[i]};
      weights[i] = i == 1 ? secondWeight : 1;
    }
    return Data.dataset(inputs, truths, weights, 3);
  }

  private static Dataset dataset(String file, String target, JsonNode task) {
    List<String> dropped =
        StreamSupport.stream(task.get("dropped_columns").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    Preparation usual = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of(target),
            Optional.of(Task.CLASSIFICATION),
            usual.weight(),
            usual.include(),
            new Selection(dropped),
            usual.scaling(),
            usual.coding(),
            MissingPolicy.IMPUTE,
            usual.expansion());
    return Prepared.of(Data.file(file), wishes, true, new Holdout.None(), note -> {}).training();
  }
}
