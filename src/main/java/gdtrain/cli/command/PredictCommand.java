package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.report.InputRows;
import gdtrain.report.PredictionTable;
import gdtrain.report.RowsToExtend;
import gdtrain.run.AppliedModel;
import gdtrain.run.OutputFile;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.run.Session;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code gdtrain predict}: predictions as CSV. */
public final class PredictCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.PREDICT;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Predicts every row of DATA with a model that fit saved.",
        "stdout has CSV: the column prediction and, for classes, probability_<class> for each, but for"
            + " the hinge losses, which know none. Columns"
            + " are matched by name; extra columns are ignored, and the target need not be there. Missing"
            + " cells are read as the model file says.",
        EXAMPLES,
        "gdtrain predict cars.json new.csv",
        "gdtrain predict cars.json new.csv --append -o predicted.csv",
        "cut -d, -f1-4 new.csv | gdtrain predict cars.json -");
  }

  @Override
  public int run(Invocation invocation, Console console) throws IOException {
    SettingValues values = invocation.values();
    Optional<OutputFile> file = file(values);
    ReadingSettings reading = new ReadingSettings(values);
    AppliedModel model = ModelOperand.read(invocation);
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      Source source = session.source(invocation.data());
      Table table = session.readApplied(source, model, reading);
      Predictor predictor = model.predictor(table);
      Optional<RowsToExtend> rows =
          values.get(Settings.APPEND)
              ? Optional.of(
                  rows(
                      source,
                      reading,
                      AppliedModel.readTexts(source, reading, table, session.threads())))
              : Optional.empty();
      write(
          new PredictionTable(model.schema().target(), model.model().loss(), predictor, rows),
          file,
          console);
      if (rows.isPresent()) {
        rows.get().close();
      }
      return ExitCode.OK;
    }
  }

  /** The records as they stand in the file, where it is one and has them; else their cells. */
  private static RowsToExtend rows(Source source, ReadingSettings reading, Table cells) {
    return InputRows.of(source::open, reading.charset(), cells, reading.delimiter())
        .map(RowsToExtend.class::cast)
        .orElseGet(() -> RowsToExtend.of(cells));
  }

  private static Optional<OutputFile> file(SettingValues values) {
    boolean force = values.get(Settings.PREDICT_FORCE);
    if (force && !values.isGiven(Settings.PREDICT_OUTPUT)) {
      throw new InvalidSetting("⟦force⟧ has no effect without ⟦output⟧");
    }
    return values
        .find(Settings.PREDICT_OUTPUT)
        .map(name -> OutputFile.of(name, Settings.PREDICT_OUTPUT, force));
  }

  private static void write(PredictionTable result, Optional<OutputFile> file, Console console)
      throws IOException {
    if (file.isEmpty()) {
      result.write(console.out());
      return;
    }
    StringBuilder text = new StringBuilder();
    result.write(text);
    file.get().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
