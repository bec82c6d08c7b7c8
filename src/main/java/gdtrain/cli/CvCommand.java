package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.dataset.Folding;
import gdtrain.dataset.Folds;
import gdtrain.loss.Loss;
import gdtrain.metric.MetricNames;
import gdtrain.table.Source;
import gdtrain.table.Table;
import gdtrain.train.Seed;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gdtrain cv}: how good what fit would train is on rows it has not seen. */
@Command(
    name = "cv",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain cv [OPTIONS] DATA",
    description = {
      "Trains, for each of several parts of the rows, on all others, and measures the part held out.",
      "",
      "stdout has CSV, fold,metric,value, with the figures of evaluate: rows, loss and, of numbers,"
          + " mse, rmse, mae, r2; of classes accuracy, balanced_accuracy and, of two, precision,"
          + " recall, f1, auc. Behind the last fold come the folds mean, each fold counting the same,"
          + " and sd, the standard deviation, divisor K-1 for K folds in all. An empty value is not"
          + " defined, as are all figures of a fold that diverged; then neither are mean and sd.",
      "",
      "Rows are dealt to the folds at random, class by class. Means, scales, what replaces a missing"
          + " cell: everything is fitted for each fold on the rows it learns from. --require is about"
          + " the means; converged means that every fold converged."
    })
final class CvCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "A CSV file, may be gzipped; - is stdin.")
  private String data;

  @ArgGroup(validate = false, order = 1, heading = "%nFolds:%n")
  private FoldOptions folding = new FoldOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nReading:%n")
  private ReadingOptions reading = new ReadingOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nColumns:%n")
  private PreparationOptions preparation = new PreparationOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nNetwork:%n")
  private NetworkOptions network = new NetworkOptions();

  @ArgGroup(validate = false, order = 5, heading = "%nLoss and descent:%n")
  private DescentOptions descent = new DescentOptions();

  @ArgGroup(validate = false, order = 6, heading = "%nStopping:%n")
  private StoppingOptions stopping = new StoppingOptions();

  @ArgGroup(validate = false, order = 7, heading = "%nRequirements:%n")
  private RequirementOptions requirements = new RequirementOptions();

  @Option(names = "--force", description = "Overwrite the file of --metrics if it exists.")
  private boolean force;

  @ArgGroup(validate = false, order = 8, heading = "%nData:%n")
  private LintOptions lint = new LintOptions();

  @ArgGroup(validate = false, order = 9, heading = "%nRunning:%n")
  private RunningOptions running = new RunningOptions();

  @ArgGroup(validate = false, order = 10, heading = "%nSpec:%n")
  private SpecOptions specification = new SpecOptions();

  CvCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Notes notes = new Notes(console, running.quiet);
    Gate gate = guarded(spec, () -> requirements.gateOfMetrics(force));
    FitPlan plan = guarded(spec, this::plan);
    guarded(spec, running::storage);
    Folding wanted = guarded(spec, () -> folding.folding(plan.random()));
    if (specification.print) {
      console.out().append(SpecText.of(spec));
      return ExitCode.OK;
    }
    Backend.startAhead();
    Table table =
        guarded(
            spec,
            () ->
                reading.read(
                    Source.of(data, console.in(), running.storage()),
                    preparation,
                    Optional.empty(),
                    running.threads()));
    table.notes().forEach(notes);
    Backend.start();
    Folds folds =
        guarded(
            spec,
            () ->
                new Folds(
                    table, plan.prepared(preparation.wishes()), descent.intercept, wanted, notes));
    Loss loss = guarded(spec, () -> plan.loss().loss(folds.target()));
    folds.target().check(table, loss.targets().range());
    guarded(spec, () -> gate.checked(MetricNames.ofFolds(folds.target().classes().size())));
    if (lint.matters(running.quiet)) {
      lint.look(
          folds.rows(), folds.schema(), preparation.wishes(), plan.loss().classWeights(), notes);
    }
    CrossValidation results = guarded(spec, () -> new CrossValidation(folds, plan, console.out()));
    guarded(spec, () -> results.run(notes));
    return finish(results, gate, notes);
  }

  private FitPlan plan() {
    preparation.wishes(); // refuses what no data can make right before any is read
    if (stopping.patience != null) {
      throw new IllegalArgumentException(
          "--patience has no effect: no validation rows are watched in a fold");
    }
    if (descent.warmStart != null) {
      throw new IllegalArgumentException(
          "--warm-start is for fit and sweep: the model may have learned from the rows of a fold, which"
              + " would then be no test");
    }
    return descent.plan(network.plan(), stopping, new Seed(folding.seed()), running.threads());
  }

  private int finish(CrossValidation results, Gate gate, Notes notes) {
    results.lines().forEach(notes);
    Measures measures = Measures.ofFolds(results);
    if (results.diverged() > 0) {
      gate.write(() -> measures);
      console.say(
          "gdtrain: %d of %d folds diverged; fit with the same options says why, and what to try"
              .formatted(results.diverged(), results.count()));
      return ExitCode.DIVERGED;
    }
    return gate.close(() -> measures, notes);
  }
}
