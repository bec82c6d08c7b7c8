package gdtrain.cli.output;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.output.FitOutputs.FitFiles;
import gdtrain.diagnosis.RunSummary;
import gdtrain.insight.DescentPath;
import gdtrain.optimizer.Point;
import gdtrain.report.page.EpochCurves;
import gdtrain.report.page.RunPage;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.RunReport.ReviewNotes;
import gdtrain.report.page.TrainingReport;
import gdtrain.report.page.TrainingReport.Course;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The page about a run of {@code fit}: hears what is said, follows the run, and is written. */
public final class FitReport implements Watcher {
  private final PageFile page;
  private final Invocation invocation;
  private final List<String> data = new ArrayList<>();
  private final List<String> course = new ArrayList<>();
  private Optional<List<String>> hears = Optional.of(data);
  private final DescentPath path = new DescentPath();
  private EpochCurves curves;
  private Table table;
  private boolean deep;

  private FitReport(PageFile page, Invocation invocation) {
    this.page = page;
    this.invocation = invocation;
  }

  /** A page that knows nothing yet, if one is wanted. */
  public static Optional<FitReport> of(FitFiles files, Invocation invocation) {
    return PageFile.of(files.values(), Settings.REPORT, files.force())
        .map(page -> new FitReport(page, invocation));
  }

  /** Hears what is said. */
  public Consumer<String> hearing(Consumer<String> said) {
    return line -> {
      hears.ifPresent(lines -> lines.add(ShellCommand.worded(line)));
      said.accept(line);
    };
  }

  /** What is said from now on is about the run. */
  public void begin(TrainingRun run, Session session) {
    curves = new EpochCurves(run.regularisation().active());
    deep = run.settings().network().deep();
    hears = Optional.of(course);
    table = session.tables().get(0);
  }

  /** What is said from now on is about its outputs. */
  public void train() {
    hears = Optional.empty();
  }

  @Override
  public boolean asksForLayers() {
    return deep;
  }

  @Override
  public void epoch(Epoch epoch) {
    curves.add(epoch);
  }

  @Override
  public void reached(Epoch epoch, Point here) {
    path.reached(epoch, here);
  }

  /**
   * Writes the page.
   *
   * @param remarks on how the run ended
   */
  void write(TrainingRun run, Fit fit, RunSummary summary, List<String> remarks) {
    List<String> notes =
        Stream.concat(course.stream(), remarks.stream().map(ShellCommand::worded)).toList();
    Facts facts = TrainingReport.facts(table, run.settings().toTexts(), invocation.typed().text());
    page.write(
        language ->
            RunPage.text(
                TrainingReport.of(
                    run,
                    fit,
                    summary.scores(),
                    new Course(curves, path, language),
                    new ReviewNotes(data, notes),
                    facts),
                language));
  }
}
