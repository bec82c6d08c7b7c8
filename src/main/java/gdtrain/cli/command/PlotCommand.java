package gdtrain.cli.command;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.Interruption;
import gdtrain.cli.output.LivePicture;
import gdtrain.cli.output.PictureFile;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.BrokenPipe;
import gdtrain.report.html.ChartPage;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.TerminalPicture;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.report.picture.log.LogCurves;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import gdtrain.table.Selection;
import gdtrain.table.read.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code gdtrain plot}: the curves in loss logs as a picture. */
public final class PlotCommand implements CommandAction {
  private static final String STANDARD_INPUT = "-";

  /** A title of more names would not fit. */
  private static final int MOST_NAMES = 3;

  @Override
  public Command command() {
    return Command.PLOT;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Draws loss logs: in the terminal, or as SVG, HTML or PNG.",
        "LOG is what fit, sweep or cv print or write by --log, in any --log-format, or a table of another program,"
            + " such as Keras or LightGBM, with a column of epochs or steps. Where the epochs start anew, another run"
            + " begins. A curve is broken where a cell is empty; NaN and infinity are marked at the upper edge.",
        "",
        "On a terminal the picture of stdin is drawn anew while rows come. In a pipe it is drawn once, in the"
            + " end, without colours.",
        EXAMPLES,
        "gdtrain fit cars.csv -q | gdtrain plot -",
        "gdtrain plot a.csv b.csv --columns val_loss -o both.svg",
        "gdtrain sweep cars.csv --lr 0.01,0.1,1 -q | gdtrain plot - --log-axes xy");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    LogCurves curves = new LogCurves(columns(values), invocation.data().size() > 1);
    return values.isGiven(Settings.PICTURE)
        ? write(invocation, console, curves)
        : print(invocation, console, curves);
  }

  private static int write(Invocation invocation, Console console, LogCurves curves) {
    SettingValues values = invocation.values();
    PictureFile file = PictureFile.of(values);
    LogAxes axes = axes(values);
    read(invocation, console, curves);
    Chart chart = curves.chart(title(values, invocation.data()), axes);
    say(chart, axes, values, console);
    file.write(chart, () -> ChartPage.of(chart, file.size(), file.theme()));
    return ExitCode.OK;
  }

  private static int print(Invocation invocation, Console console, LogCurves curves) {
    SettingValues values = invocation.values();
    Style style = PictureFile.terminal(values);
    LogAxes axes = axes(values);
    String title = values.find(Settings.TITLE).orElse("");
    Function<Chart, List<String>> picture = chart -> TerminalPicture.lines(chart, style);
    if (Screen.isStandardOutputToo() && invocation.data().contains(STANDARD_INPUT)) {
      return follow(invocation, console, curves, () -> curves.draw(title, axes, picture));
    }
    read(invocation, console, curves);
    Chart chart = curves.chart(title, axes);
    say(chart, axes, values, console);
    picture.apply(chart).forEach(console::printData);
    BrokenPipe.flush(console.out());
    return ExitCode.OK;
  }

  private static LogAxes axes(SettingValues values) {
    return Words.constant(LogAxes.class, Settings.LOG_AXES, values);
  }

  /** Draws while rows come; Ctrl-C is for the program that they come from, whose last are drawn. */
  private static int follow(
      Invocation invocation, Console console, LogCurves curves, Supplier<List<String>> picture) {
    LivePicture live = new LivePicture(console.out(), picture, curves::version);
    try (Interruption interruption = Interruption.listen(line -> live.stop())) {
      try (live) {
        live.begin();
        read(invocation, console, curves);
      }
      LogAxes axes = axes(invocation.values());
      say(curves.chart("", axes), axes, invocation.values(), console);
      return interruption.happened() ? interruption.exitCode() : ExitCode.OK;
    }
  }

  private static void read(Invocation invocation, Console console, LogCurves curves) {
    List<String> logs = invocation.data();
    if (Collections.frequency(logs, STANDARD_INPUT) > 1) {
      throw new InvalidSetting("LOG - is given twice; standard input can be read once");
    }
    for (String log : logs) {
      boolean follows = log.equals(STANDARD_INPUT);
      Source source = Source.of(log, console.in());
      try (InputStream in = follows ? Source.following(console.in()) : source.openUnhashed()) {
        curves.read(source.name(), brief(log, logs), in);
      } catch (IOException e) {
        throw new UncheckedIOException(e); // of closing what was read
      }
    }
    Consumer<String> notes = console.notes(invocation.values().get(Settings.QUIET));
    curves.notes().forEach(notes);
  }

  /** What a curve of a log is called: the name of the file, or all of it where two are the same. */
  private static String brief(String log, List<String> logs) {
    if (log.equals(STANDARD_INPUT)) {
      return "stdin";
    }
    String name = fileName(log);
    return logs.stream().filter(other -> fileName(other).equals(name)).count() > 1 ? log : name;
  }

  private static String fileName(String log) {
    return String.valueOf(Path.of(log).getFileName());
  }

  /** Says what of a picture may surprise. */
  private static void say(Chart chart, LogAxes axes, SettingValues values, Console console) {
    boolean positive = Chart.values(chart.series()).isPositive();
    if (!positive && axes.hasY()) {
      throw new InvalidSetting(
          "⟦log-axes⟧ %s: there are values that are not above 0; leave it out for a linear axis"
              .formatted(EnumWord.of(axes)));
    }
    if (!positive && axes == LogAxes.AUTO && values.get(Settings.VERBOSE)) {
      console.say("the y axis is linear: there are values that are not above 0");
    }
  }

  private static LogCurves.Columns columns(SettingValues values) {
    return new LogCurves.Columns(
        values.find(Settings.PLOTTED).map(Selection::parse).orElse(Selection.none()),
        values.find(Settings.PLOTTED_OVER));
  }

  private static String title(SettingValues values, List<String> logs) {
    String names =
        logs.size() > MOST_NAMES
            ? "%d logs".formatted(logs.size())
            : logs.stream().map(log -> brief(log, logs)).collect(Collectors.joining(", "));
    return values.find(Settings.TITLE).orElse(names.equals("stdin") ? "" : names);
  }
}
