package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.Plain;
import gdtrain.Sample;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Descent with a constant length is {@code parameters = parameters - length * gradient}. */
class PlainLoopTest {
  private static List<Epoch> train(Plain plain, Dataset data, double length, int epochs) {
    Network network = new Network(data.inputs(), List.of(), data.outputs(), true);
    List<Epoch> log = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      DataObjective objective =
          new DataObjective(network, Losses.CATALOG.choose(plain.lossName()), data, workers);
      new Trainer(Landscape.constant(length), Landscape.limits(epochs, 0))
          .fit(
              new Problem(
                  objective,
                  Optional.empty(),
                  Optional.empty(),
                  new Regularisation(0, 0, network),
                  objective.baseline()),
              new double[network.parameters()],
              log::add);
    }
    return log;
  }

  @ParameterizedTest
  @EnumSource(Plain.class)
  void goesThePathOfALoopOverPlainDoubles(Plain plain) {
    Sample sample = Sample.of(plain, 40, 5, 11);
    double[] parameters = new double[5 * plain.outputs()];
    List<Epoch> log = train(plain, sample.dataset(16), 0.05, 100);
    assertEquals(101, log.size());
    for (Epoch epoch : log) {
      double[] gradient = plain.gradient(sample.x, sample.targets, sample.weights, parameters);
      double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
      double loss = plain.meanLoss(sample.x, sample.targets, sample.weights, parameters);
      assertEquals(loss, epoch.loss(), 1e-12 * loss);
      assertEquals(norm, epoch.gradientNorm(), 1e-11 * norm);
      for (int j = 0; j < parameters.length; j++) {
        parameters[j] -= 0.05 * gradient[j];
      }
    }
    assertTrue(log.get(100).loss() < 0.97 * log.get(0).loss(), "a path that leads down");
  }

  /** The stored losses are the output of numpy_loop.py, which lies beside them. */
  @Test
  void goesThePathOfNumPyDownTheSoftmaxOfTheIrises() throws IOException {
    Prepared irises =
        Prepared.of(
            Data.file("iris.csv"), Preparation.defaults(), true, new Holdout.None(), note -> {});
    List<Epoch> log = train(Plain.SOFTMAX, irises.training(), 0.01, 50);
    List<String> stored = lines("/numpy_loop_iris.csv");
    assertEquals("epoch,loss", stored.get(0));
    assertEquals(log.size(), stored.size() - 1);
    for (Epoch epoch : log) {
      String[] cells = stored.get(epoch.number() + 1).split(",", -1);
      assertEquals(epoch.number(), Integer.parseInt(cells[0]));
      assertEquals(Double.parseDouble(cells[1]), epoch.loss(), 1e-10);
    }
    assertTrue(log.get(50).loss() < 0.9 * Math.log(3));
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                PlainLoopTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
