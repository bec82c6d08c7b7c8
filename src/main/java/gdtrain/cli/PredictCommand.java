package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.report.PredictionTable;
import gdtrain.report.Quality.Predictor;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gdtrain predict}: predictions as CSV. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain predict [OPTIONS] MODEL DATA",
    description = {
      "Predicts every row of DATA with a model that fit saved.",
      "",
      "stdout has CSV: the column prediction and, for classes, probability_<class> for each, but for"
          + " the hinge losses, which know none. Columns"
          + " are found by name, others are passed over, and the target need not be there. Missing"
          + " cells are read as the model file says."
    })
final class PredictCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Mixin private AppliedModelOptions applied;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE instead of stdout.")
  private String output;

  @Option(names = "--force", description = "Overwrite FILE if it exists.")
  private boolean force;

  @Option(names = "--append", description = "Put the predictions behind the columns of DATA.")
  private boolean append;

  PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Optional<OutputFile> file = guarded(spec, this::file);
    ModelInput input = guarded(spec, applied::input);
    Source source = guarded(spec, () -> applied.source(console.in()));
    Backend.startAhead();
    Table table =
        guarded(spec, () -> input.read(source, applied.reading, RunningOptions.processors()));
    Backend.start();
    Predictor predictor = input.predictor(input.schema().encodeInputs(table));
    Optional<Table> cells =
        append ? Optional.of(guarded(spec, () -> asText(source, table))) : Optional.empty();
    PredictionTable result =
        new PredictionTable(input.schema().target(), input.model().loss(), predictor, cells);
    write(result, file);
    return ExitCode.OK;
  }

  private Optional<OutputFile> file() {
    if (force && output == null) {
      throw new IllegalArgumentException("--force has no effect without --output");
    }
    return Optional.ofNullable(output).map(o -> OutputFile.of(o, "--output", force));
  }

  /** The cells as they are spelled, missing ones too. */
  private Table asText(Source source, Table table) {
    var options = applied.reading.csv(Selection.none(), new Selection(table.columnNames()));
    return CsvReader.read(source, options.withMissingTokens(Set.of()), RunningOptions.processors());
  }

  private void write(PredictionTable result, Optional<OutputFile> file) throws IOException {
    if (file.isEmpty()) {
      result.write(console.out());
      return;
    }
    StringBuilder text = new StringBuilder();
    result.write(text);
    file.get().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
