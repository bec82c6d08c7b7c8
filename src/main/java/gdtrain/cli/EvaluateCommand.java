package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.metric.Metric;
import gdtrain.report.Quality;
import gdtrain.table.Source;
import gdtrain.table.Table;
import gdtrain.train.DataObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      "stdout has CSV, metric,value. Numbers: rows, loss, mse, rmse, mae, r2. Classes: rows, loss,"
          + " accuracy, balanced_accuracy and, with two, precision, recall, f1 and auc of the positive"
          + " class. An empty value is not defined. Rows without target are left out and counted on"
          + " stderr. Where the model was trained with --weight, that column weighs here, too."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Mixin private AppliedModelOptions applied;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but errors.")
  private boolean quiet;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ModelInput input = guarded(spec, applied::input);
    Source source = Source.of(applied.data, console.in());
    Backend.startAhead();
    Table table = guarded(spec, () -> input.read(source, applied.reading));
    Backend.start();
    Dataset rows =
        input.schema().encode(input.schema().withTarget(table, new Notes(console, quiet)));
    List<Metric> metrics = metrics(input, rows);
    console.out().append("metric,value\n");
    metrics.forEach(metric -> console.out().append(line(metric)));
    return ExitCode.OK;
  }

  private static List<Metric> metrics(ModelInput input, Dataset rows) {
    try (Workers workers = new Workers(1)) {
      DataObjective objective = input.objective(rows, workers);
      List<Metric> metrics = new ArrayList<>();
      metrics.add(new Metric("rows", rows.rows()));
      metrics.add(new Metric("loss", objective.loss(input.parameters())));
      double[] predictions = objective.predictions(input.parameters());
      metrics.addAll(Quality.of(rows, predictions, input.classes()));
      return metrics;
    }
  }

  private static String line(Metric metric) {
    String value =
        metric.name().equals("rows")
            ? Long.toString((long) metric.value())
            : Double.isNaN(metric.value()) ? "" : Double.toString(metric.value());
    return metric.name() + "," + value + "\n";
  }
}
