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
import gdtrain.run.prediction.Contributions;
import gdtrain.run.prediction.Intervals;
import gdtrain.run.prediction.RowColumns;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import gdtrain.table.read.TablePieces;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Optional<OutputFile> file = file(values);
    AppliedModel model =
        ModelOperand.read(invocation).deciding(values.find(Settings.GIVEN_THRESHOLD));
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      model.threshold().ifPresent(session.notes());
      Source source = session.source(invocation.data());
      List<RowColumns> more = more(invocation, model, session);
      Consumer<PrintStream> predictions =
          out -> {
            try (Output output = new Output(source, model, more, values, out)) {
              session.readApplied(source, model, new ReadingSettings(values), output::write);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
      file.ifPresentOrElse(to -> to.write(predictions), () -> predictions.accept(console.out()));
      return ExitCode.OK;
    }
  }

  private static List<RowColumns> more(Invocation invocation, AppliedModel model, Session session) {
    SettingValues values = invocation.values();
    List<RowColumns> more = new ArrayList<>();
    Optional<Double> level = values.find(Settings.INTERVAL);
    if (level.isPresent()) {
      Intervals intervals = Intervals.of(model.model(), invocation.model(), level.get());
      session.notes().accept("intervals: " + intervals.description());
      more.add(intervals);
    }
    if (values.get(Settings.CONTRIBUTIONS)) {
      Contributions contributions = new Contributions(model.model(), model.parameters());
      session.notes().accept(contributions.description());
      more.add(contributions);
    }
    return more;
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

  /** The predictions of tables that follow one after the other. */
  private static final class Output implements AutoCloseable {
    private final Source source;
    private final AppliedModel model;
    private final List<RowColumns> more;
    private final SettingValues values;
    private final PrintStream out;
    private Optional<PredictionTable> begun = Optional.empty();

    Output(
        Source source,
        AppliedModel model,
        List<RowColumns> more,
        SettingValues values,
        PrintStream out) {
      this.source = source;
      this.model = model;
      this.more = more;
      this.values = values;
      this.out = out;
    }

    void write(Table rows, TablePieces pieces) {
      Predictor predictor = model.predictor(rows);
      begun
          .flatMap(PredictionTable::appendTo)
          .ifPresent(extended -> extended.goOn(rows, () -> pieces.texts(rows)));
      begun = begun.or(() -> Optional.of(begin(rows, pieces)));
      begun.get().write(predictor, () -> model.schema().encodeInputs(rows), out);
      out.flush();
    }

    private PredictionTable begin(Table rows, TablePieces pieces) {
      Optional<RowsToExtend> extended =
          values.get(Settings.APPEND) ? Optional.of(rows(pieces.texts(rows))) : Optional.empty();
      PredictionTable table =
          new PredictionTable(model.schema().target(), model.model().loss(), extended, more);
      table.writeHeader(out);
      return table;
    }

    /** The records as they stand in the file, where it is one and has them; else their cells. */
    private RowsToExtend rows(Table texts) {
      ReadingSettings reading = new ReadingSettings(values);
      return InputRows.of(source::open, reading.charset(), texts, reading.delimiter())
          .map(RowsToExtend.class::cast)
          .orElseGet(() -> RowsToExtend.of(texts));
    }

    @Override
    public void close() throws IOException {
      Optional<RowsToExtend> extended = begun.flatMap(PredictionTable::appendTo);
      if (extended.isPresent()) {
        extended.get().close();
      }
    }
  }
}
