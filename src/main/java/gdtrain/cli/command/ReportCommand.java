package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.UserError;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.PageFile;
import gdtrain.report.page.ModelReport;
import gdtrain.report.page.RunPage;
import gdtrain.report.page.RunReport;
import gdtrain.report.page.RunReport.Curve;
import gdtrain.report.page.RunReport.ReviewNotes;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.log.LogCurves;
import gdtrain.run.AppliedModel;
import gdtrain.run.Session;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Command.Group;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code gdtrain report}: a page about a saved model. */
public final class ReportCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.REPORT;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Writes a page about a saved model: how good it is, its parameters and, on DATA, its predictions.",
        "Without DATA the page has what the model file records: metrics, parameters, settings. DATA has the target: the page"
            + " then shows predictions beside the truth, or the confusion matrix and, of two classes, the curves of"
            + " ROC, precision and recall, and calibration; and the rows with the largest loss.",
        "",
        "The curves of the run are not in the model; --log FILE draws them from its loss log, and fit --report has"
            + " them, too. The page is one file that loads nothing.",
        EXAMPLES,
        "gdtrain report cars.json -o cars.html",
        "gdtrain report cars.json test.csv -o test.html",
        "gdtrain report cars.json test.csv --log log.csv -o test.html --force");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    PageFile page = page(values);
    AppliedModel model = ModelOperand.read(invocation);
    ModelReport report = new ModelReport(model.model());
    Consumer<String> hears = page.hearing(console.notes(values.get(Settings.QUIET_MODEL)));
    if (invocation.data().isEmpty()) {
      refuse(values);
      model
          .doubt()
          .filter(doubt -> !values.get(Settings.TRUST))
          .map("warning: "::concat)
          .ifPresent(hears);
    } else {
      measure(invocation, model, report, console, hears);
    }
    String again = new ShellCommand(List.of("replay", invocation.model())).text();
    ReviewNotes said = new ReviewNotes(page.heard(), List.of());
    RunReport all = report.report(curves(values, console), said, again);
    page.write(language -> RunPage.text(all, language));
    return ExitCode.OK;
  }

  private static PageFile page(SettingValues values) {
    if (!values.isGiven(Settings.REPORT_OUTPUT)) {
      throw new InvalidSetting(
          "⟦output⟧ FILE is missing, which says where the page goes; its name ends with .html");
    }
    boolean force = values.get(Settings.REPORT_FORCE);
    return PageFile.of(values, Settings.REPORT_OUTPUT, force).orElseThrow();
  }

  /** Refuses what is about rows where there are none. */
  private static void refuse(SettingValues values) {
    List<Setting<?>> others =
        List.of(Settings.UNSEEN, Settings.MEMORY, Settings.TEMP, Settings.BACKEND);
    values.given().stream()
        .filter(
            setting ->
                others.contains(setting)
                    || List.of(Group.READING, Group.DATA).contains(setting.group()))
        .findFirst()
        .ifPresent(
            setting -> {
              throw new InvalidSetting(setting + " has no effect without DATA");
            });
  }

  private static void measure(
      Invocation invocation,
      AppliedModel model,
      ModelReport report,
      Console console,
      Consumer<String> notes) {
    SettingValues values = invocation.values();
    try (Session session = new Session(values, console.in(), notes)) {
      Source source = session.source(invocation.data());
      Table usable = session.readMeasured(source, model, new ReadingSettings(values));
      report.measured(model, usable, model.score(usable));
    }
  }

  /** The curves in the log, if one is given: its losses, and the slope and rate that it has. */
  private static List<Curve> curves(SettingValues values, Console console) {
    Optional<String> log = values.find(Settings.REPORT_LOG);
    if (log.isEmpty()) {
      return List.of();
    }
    Source source = Source.of(log.get(), console.in()); // keeps standard input, to be read again
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("curves.loss", series(source, Selection.none())));
    for (String[] other : new String[][] {{"grad_norm", "gradient"}, {"lr", "rate"}}) {
      try {
        List<Series> series = series(source, Selection.parse(other[0]));
        curves.add(new Curve("curves." + other[1], series));
      } catch (UserError e) {
        // the log of another program
      }
    }
    return curves;
  }

  private static List<Series> series(Source source, Selection columns) {
    LogCurves curves = new LogCurves(new LogCurves.Columns(columns, Optional.empty()), false);
    try (InputStream in = source.openUnhashed()) {
      curves.read(source.name(), "", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of closing what was read
    }
    return curves.chart("", LogAxes.AUTO).series();
  }
}
