package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a step on a batch leaves to the garbage collector: nothing. An epoch may leave something:
 * the order of its rows (4 bytes each) and its line of the log.
 */
class StepGarbageTest {
  private static final int ROWS = 1000;
  private static final int INPUTS = 5;
  private static final int TRIES = 10;

  private static Dataset data(int outputs) {
    Random random = new Random(1);
    double[][] targets = new double[ROWS][outputs];
    double[] weights = new double[ROWS];
    Arrays.fill(weights, 1);
    for (double[] row : targets) {
      row[random.nextInt(outputs)] = 1;
    }
    return Data.dataset(Data.normal(ROWS, INPUTS, random), targets, weights, 300);
  }

  private static long allocated(int epochs, Problem problem) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Method method =
        new Method.Updating(
            (UpdateRule) Optimizers.CATALOG.choose("adam"),
            0.001,
            Schedules.CATALOG.choose("constant"),
            OptionalDouble.of(1));
    double[] start = new Random(2).doubles(problem.training().parameters(), -1, 1).toArray();
    long before = threads.getCurrentThreadAllocatedBytes();
    new Trainer(method, Landscape.limits(epochs, 0)).fit(problem, start, epoch -> {});
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @CsvSource({
    "mse, 1, , 0",
    "binary-cross-entropy, 1, , 0",
    "softmax-cross-entropy, 3, , 0",
    "softmax-cross-entropy, 3, tanh, 0",
    "softmax-cross-entropy, 3, relu, 0",
    "mse, 1, sigmoid, 0",
    "mse, 1, tanh, 0.5"
  })
  void isNothing(String loss, int outputs, String activation, double dropout) {
    List<Layer> hidden =
        activation == null
            ? List.of()
            : List.of(
                new Layer(
                    6, Activations.CATALOG.choose(activation), OptionalDouble.empty(), dropout));
    Network network = new Network(INPUTS, hidden, outputs, true);
    Regularisation penalty = new Regularisation(0, 0.01, network);
    Dataset data = data(outputs);
    try (Workers workers = new Workers(1)) {
      Objective all = new DataObjective(network, Losses.CATALOG.choose(loss), data, workers);
      Problem few = problem(all, data, network, loss, penalty, 8); // 125 steps an epoch
      Problem many = problem(all, data, network, loss, penalty, 4); // 250 steps
      // What steps leave they leave every time; what a compiler at work leaves out differs.
      double least =
          IntStream.range(0, TRIES)
              .mapToDouble(i -> Math.abs(ofFourEpochs(many) - ofFourEpochs(few)) / 500.0)
              .min()
              .orElseThrow();
      assertEquals(0, least, 1, "bytes a step");
    }
  }

  private static Problem problem(
      Objective all, Dataset data, Network network, String loss, Regularisation penalty, int size) {
    Batches batches =
        new DataBatches(network, Losses.CATALOG.choose(loss), data, size, new Seed(3));
    return new Problem(all, Optional.of(batches), Optional.empty(), penalty, 1);
  }

  private static long ofFourEpochs(Problem problem) {
    return allocated(9, problem) - allocated(5, problem);
  }
}
