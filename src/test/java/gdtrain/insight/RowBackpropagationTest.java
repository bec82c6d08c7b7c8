package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Unit;
import gdtrain.loss.Scaled;
import gdtrain.loss.Trial;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.train.DataObjective;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The chain trace row by row in plain numbers, against the training's passes over all rows. */
class RowBackpropagationTest {
  private static final int ROWS = 7;

  /** Every loss with one activation, and every activation with one loss. */
  static Stream<Arguments> networks() {
    List<Trial> trials = Trial.catalog();
    List<String> activations = Activations.CATALOG.names();
    return IntStream.range(0, Math.max(trials.size(), activations.size()))
        .mapToObj(
            i ->
                Arguments.of(
                    trials.get(i % trials.size()), activations.get(i % activations.size())));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void partsOfAllRowsAreTheMeanGradientAndTheirLossesTheMeanLoss(Trial trial, String activation) {
    var f = Activations.CATALOG.choose(activation);
    for (boolean intercepts : List.of(true, false)) {
      List<Layer> hidden =
          List.of(new Layer(3, f), new Layer(2, f, java.util.OptionalDouble.of(1), 0.5));
      Network network = new Network(3, hidden, trial.outputs(), intercepts);
      Random random = new Random(network.parameters());
      double[][] x = Data.normal(ROWS, 3, random);
      Trial.Rows rows = trial.rows(ROWS, 3);
      Dataset data = Data.dataset(x, rows.targets, rows.weights, 3);
      double[] point = random.doubles(network.parameters(), -1, 1).toArray();
      assertSame(trial, network, data, point);
    }
  }

  private static void assertSame(Trial trial, Network network, Dataset data, double[] point) {
    double[] gradient = new double[point.length];
    double loss;
    double[] slopes;
    try (Workers workers = new Workers(1)) {
      DataObjective objective = new DataObjective(network, trial.loss(), data, workers);
      loss = objective.lossAndGradient(point, gradient);
      slopes = objective.slopes(point);
    }
    Target target = target(trial);
    Scaled scaled = new Scaled(trial.loss(), 1);
    RowBackpropagation rules =
        new RowBackpropagation(
            network, target, scaled, data, DoubleStream.of(point).boxed().toList());
    double[] parts = new double[point.length];
    double mean = 0;
    for (int row = 0; row < ROWS; row++) {
      RowTrace trace = rules.of(row);
      mean += trace.share() * trace.loss().value();
      add(trace, network, parts);
      for (int k = 0; k < trial.outputs(); k++) {
        double slope = trace.weight() * trace.loss().slopes().get(k);
        assertEquals(slopes[row * trial.outputs() + k], slope, 1e-12);
      }
    }
    assertEquals(loss, mean, 1e-12 * Math.max(1, Math.abs(loss)));
    for (int i = 0; i < parts.length; i++) {
      assertEquals(gradient[i], parts[i], 1e-12 * Math.max(1, Math.abs(gradient[i])));
    }
    assertTrue(DoubleStream.of(parts).distinct().count() > 3, "parts vary");
  }

  private static void add(RowTrace trace, Network network, double[] parts) {
    for (int layer = 0; layer < network.layers(); layer++) {
      for (int unit = 0; unit < network.out(layer); unit++) {
        for (int input = 0; input < network.in(layer); input++) {
          double gradient = trace.layers().get(layer).gradient(unit, input);
          parts[network.index(layer, input, unit)] += trace.share() * gradient;
        }
      }
    }
  }

  private static Target target(Trial trial) {
    if (trial.loss().targets().include(0)) {
      return new NumericTarget("y", Unit.RAW);
    }
    return new ClassTarget(
        "y", List.of("a", "b", "c", "d", "e").subList(0, Math.max(2, trial.outputs())));
  }
}
