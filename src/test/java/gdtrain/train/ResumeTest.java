package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Backend;
import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizer;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.SearchRule;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run taken up at any of its checkpoints goes on as if it had never stopped. */
class ResumeTest {
  private static final int EPOCHS = 25;
  private static Workers workers;
  private static Prepared rows;

  @BeforeAll
  static void read() {
    Backend.start();
    workers = new Workers(1);
    rows =
        Prepared.of(
            Data.file("iris.csv"),
            Preparation.defaults(),
            true,
            new Holdout.Share(0.3, 7),
            note -> {});
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  static List<String> optimizers() {
    return Optimizers.CATALOG.names();
  }

  static List<String> schedules() {
    return Schedules.CATALOG.names();
  }

  /** Notes the epochs and copies every checkpoint. */
  private static final class Recorder implements Watcher {
    private final List<Epoch> epochs = new ArrayList<>();
    private final TreeMap<Integer, Checkpoint> checkpoints = new TreeMap<>();

    @Override
    public void epoch(Epoch epoch) {
      epochs.add(epoch);
    }

    @Override
    public void checkpoint(Epoch epoch, boolean over, Supplier<Checkpoint> state) {
      Checkpoint live = state.get();
      List<double[]> copies = live.memory().stream().map(double[]::clone).toList();
      Checkpoint copy =
          new Checkpoint(
              live.last(),
              live.kept(),
              live.ceiling(),
              live.evaluations(),
              live.trace(),
              live.exhausted(),
              copies);
      checkpoints.put(epoch.number(), copy);
    }
  }

  private static Method method(String optimizer, String schedule) {
    Optimizer rule = Optimizers.CATALOG.choose(optimizer);
    return rule instanceof SearchRule search
        ? new Method.Searching(search)
        : new Method.Updating(
            (UpdateRule) rule, 0.05, Schedules.CATALOG.choose(schedule), OptionalDouble.of(0.5));
  }

  private static Problem problem(List<Layer> hidden, boolean batches) {
    Network network = network(hidden);
    var loss = Losses.usual(true, network.outputs());
    DataObjective training = new DataObjective(network, loss, rows.training(), workers);
    return new Problem(
        training,
        batches
            ? Optional.of(new DataBatches(network, loss, rows.training(), 16, new Seed(3)))
            : Optional.empty(),
        rows.validation().map(data -> new DataObjective(network, loss, data, workers)),
        new Regularisation(0, 1e-3, network),
        training.baseline());
  }

  private static Network network(List<Layer> hidden) {
    return new Network(rows.schema().inputs(), hidden, rows.schema().target().outputs(), true);
  }

  private static Trainer trainer(Method method, int epochs) {
    return new Trainer(
        method, new Limits(epochs, 1e-9, OptionalDouble.empty(), OptionalInt.of(EPOCHS)));
  }

  private static void assertGoesOn(Method method, List<Layer> hidden, boolean batches) {
    double[] start = network(hidden).start(Optional.empty(), new Seed(3).generator(0));
    Recorder whole = new Recorder();
    Fit fit = trainer(method, EPOCHS).fit(problem(hidden, batches), start, whole);
    assertTrue(whole.checkpoints.size() > 3, fit.ending().toString());
    for (Checkpoint checkpoint : whole.checkpoints.values()) {
      Recorder rest = new Recorder();
      Fit resumed = trainer(method, EPOCHS).resume(problem(hidden, batches), checkpoint, rest);
      int last = checkpoint.last().number();
      assertEquals(fit, resumed);
      assertEquals(whole.epochs.subList(last + 1, whole.epochs.size()), rest.epochs);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void withEveryOptimizer(String optimizer) {
    Method method = method(optimizer, "constant");

    assertGoesOn(method, List.of(), false);
    if (method instanceof Method.Updating) {
      assertGoesOn(method, List.of(), true);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void withEverySchedule(String schedule) {
    String hasty = schedule.equals("plateau") ? "plateau:patience=0,threshold=0.05" : schedule;
    assertGoesOn(method("momentum", hasty), List.of(), true);
  }

  @Test
  void withAutomaticSteps() {
    assertGoesOn(new Method.Searching(new AutomaticStep()), List.of(), false);
  }

  @Test
  void withHiddenLayersAndDropout() {
    Layer layer = new Layer(5, Activations.CATALOG.choose("tanh"), OptionalDouble.empty(), 0.4);
    assertGoesOn(method("adam", "constant"), List.of(layer, layer), true);
  }

  @Test
  void beyondTheLimitItEndedBy() {
    Method method = method("adam", "plateau");
    double[] start = new double[network(List.of()).parameters()];
    Recorder whole = new Recorder();
    Recorder part = new Recorder();
    Fit fit = trainer(method, EPOCHS).fit(problem(List.of(), true), start, whole);
    assertEquals(
        Ending.EPOCHS, trainer(method, 9).fit(problem(List.of(), true), start, part).ending());

    Checkpoint end = part.checkpoints.get(9);
    assertEquals(
        fit, trainer(method, EPOCHS).resume(problem(List.of(), true), end, new Recorder()));
  }

  @Test
  void notWithAnotherMethod() {
    double[] start = new double[network(List.of()).parameters()];
    Recorder adam = new Recorder();
    trainer(method("adam", "constant"), 3).fit(problem(List.of(), false), start, adam);
    Trainer plain = trainer(method("gd", "constant"), 3);
    Checkpoint checkpoint = adam.checkpoints.get(2);

    assertThrows(
        UnfitCheckpoint.class,
        () -> plain.resume(problem(List.of(), false), checkpoint, new Recorder()));
  }
}
