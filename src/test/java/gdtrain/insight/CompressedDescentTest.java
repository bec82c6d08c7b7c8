package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.compute.Workers;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.train.DataObjective;
import gdtrain.train.Epoch;
import gdtrain.train.Factor;
import gdtrain.train.Method;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log of a run on compressed rows is that of the run on all of them. */
class CompressedDescentTest {
  private static final int EPOCHS = 300;
  private static final Loss MSE = Losses.CATALOG.choose("mse");

  static List<Arguments> runs() {
    List<Arguments> runs = new ArrayList<>();
    for (Rows rows : Rows.tasks("regression", Scaling.NONE, Scaling.STANDARD)) {
      for (String rule : List.of("gd", "momentum", "nesterov")) {
        runs.add(Arguments.of(rows, rule, true, 0, 0));
      }
      runs.add(Arguments.of(rows, "gd", false, 0, 0));
      runs.add(Arguments.of(rows, "gd", true, 0.01, 0));
      runs.add(Arguments.of(rows, "gd", true, 0, 0.1));
    }
    return runs;
  }

  @ParameterizedTest(name = "{0}, {1}, intercept {2}, l1 {3}, l2 {4}")
  @MethodSource("runs")
  void agreesWithTheLogOfAllRows(Rows rows, String rule, boolean intercept, double l1, double l2) {
    Dataset all = Data.inMemory(rows.prepared(intercept).training());
    assertAgree(all, rule, new Regularisation(l1, l2, network(all, intercept)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gdtrain.insight.DescentRatesTest#regressions")
  void agreesForWeightedRows(Rows rows) {
    Dataset all = weighted(rows.prepared(true).training());
    assertAgree(all, "gd", new Regularisation(0, 0, network(all, true)));
  }

  private static Network network(Dataset data, boolean intercept) {
    return new Network(data.inputs(), List.of(), 1, intercept);
  }

  /** Weights between 0 and 3, every ninth 0. */
  private static Dataset weighted(Dataset data) {
    Random random = new Random(8);
    List<Block> blocks = new ArrayList<>();
    double total = 0;
    for (Block block : Data.blocks(data).toList()) {
      double[] weights = new double[block.rows()];
      Arrays.setAll(weights, i -> i % 9 == 4 ? 0 : 3 * random.nextDouble());
      total += Arrays.stream(weights).sum();
      blocks.add(new Block(block.inputs(), block.targets(), weights));
    }
    return new BlockList(blocks, total);
  }

  /** Losses to 1e-9, and slopes as far as they are above what rounding leaves of their sums. */
  private static void assertAgree(Dataset all, String rule, Regularisation penalty) {
    double row = new Gram(all).trace();
    Method method = method(all, rule, penalty);
    try (Workers workers = new Workers(1)) {
      Dataset few = Factor.of(all, penalty.network().intercepts(), workers).rows();
      List<Epoch> expected = epochs(all, method, penalty, workers);
      List<Epoch> actual = epochs(few, method, penalty, workers);
      assertEquals(expected.size(), actual.size());
      assertTrue(expected.get(EPOCHS).objective() < expected.get(0).objective(), "it goes down");
      double rounding = 1e-15 * Math.sqrt(row * expected.get(0).loss()); // starts at 0: of x y
      for (int i = 0; i < expected.size(); i++) {
        Epoch direct = expected.get(i);
        Epoch compressed = actual.get(i);
        assertEquals(direct.loss(), compressed.loss(), 1e-9 * direct.loss(), "epoch " + i);
        assertEquals(direct.objective(), compressed.objective(), 1e-9 * direct.objective());
        assertEquals(
            direct.gradientNorm(),
            compressed.gradientNorm(),
            1e-9 * direct.gradientNorm() + rounding,
            "slope of epoch " + i);
      }
    }
  }

  private static Method method(Dataset all, String rule, Regularisation penalty) {
    double largest = Hessian.of(all, MSE, penalty).orElseThrow().largest();
    return new Method.Updating(
        (UpdateRule) Optimizers.CATALOG.choose(rule),
        1 / largest,
        Schedules.CATALOG.choose("constant"),
        OptionalDouble.empty());
  }

  private static List<Epoch> epochs(
      Dataset data, Method method, Regularisation penalty, Workers workers) {
    DataObjective objective = new DataObjective(penalty.network(), MSE, data, workers);
    Problem problem =
        new Problem(objective, Optional.empty(), Optional.empty(), penalty, objective.baseline());
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(method, Landscape.limits(EPOCHS, 0))
        .fit(problem, new double[penalty.network().parameters()], epochs::add);
    return epochs;
  }
}
