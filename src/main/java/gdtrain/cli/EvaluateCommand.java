package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.dataset.Dataset;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.table.Source;
import gdtrain.table.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gdtrain evaluate}: figures of quality on data that has the target. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain evaluate [OPTIONS] MODEL DATA",
    description = {
      "Compares a model's predictions with the target column of DATA.",
      "",
      "stdout has CSV, metric,value; --require takes these names. Numbers: rows, loss, mse, rmse, mae, r2. Classes: rows, loss,"
          + " accuracy, balanced_accuracy and, with two, precision, recall, f1 and auc of the positive"
          + " class. An empty value is not defined. Rows without target are left out and counted on"
          + " stderr. Where the model was trained with --weight, that column weighs here, too."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Mixin private AppliedModelOptions applied;

  @ArgGroup(validate = false, order = 8, heading = "%nRequirements:%n")
  private RequirementOptions requirements = new RequirementOptions();

  @Option(names = "--force", description = "Overwrite the file of --metrics if it exists.")
  private boolean force;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but errors.")
  private boolean quiet;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Notes notes = new Notes(console, quiet);
    Gate gate = guarded(spec, () -> requirements.gateOfMetrics(force));
    ModelInput input = guarded(spec, () -> input(gate));
    Source source = guarded(spec, () -> applied.source(console.in()));
    Backend.startAhead();
    Table table =
        guarded(spec, () -> input.read(source, applied.reading, RunningOptions.processors()));
    Backend.start();
    Table usable = input.schema().withTarget(table, notes);
    input.schema().target().check(usable, input.model().loss().targets().range());
    Dataset rows = input.schema().encode(usable);
    Metrics score = input.score(rows);
    console.out().append("metric,value\n");
    score
        .metrics()
        .forEach(m -> console.out().append(m.name()).append(',').append(m.cell()).append('\n'));
    return gate.close(() -> Measures.ofRows(score), notes);
  }

  private ModelInput input(Gate gate) {
    ModelInput input = applied.input();
    gate.checked(MetricNames.ofRows(input.classes()));
    return input;
  }
}
