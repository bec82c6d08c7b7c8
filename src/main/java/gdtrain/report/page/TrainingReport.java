package gdtrain.report.page;

import gdtrain.insight.DescentPath;
import gdtrain.model.Parameter;
import gdtrain.report.language.Language;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.RunReport.Outcome;
import gdtrain.report.page.RunReport.ReviewNotes;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.terrain.TerrainSurface;
import gdtrain.report.terrain.TerrainSurface.Window;
import gdtrain.run.RunMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.run.Version;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page says about a run that was just made. */
public final class TrainingReport {
  private static final int MOST_GRID = 31;

  /** Coarser ones show no valley. */
  private static final int LEAST_GRID = 9;

  /** Numbers multiplied for all points of a terrain. */
  private static final double MOST_WORK = 5e8;

  private static final double MARGIN = 0.25;

  private TrainingReport() {}

  /**
   * All of it; how rows are predicted only where the run did not diverge.
   *
   * @param scores of the kept parameters
   */
  public static RunReport of(
      TrainingRun run, Fit fit, RunMetrics scores, Course course, ReviewNotes notes, Facts facts) {
    List<Parameter> parameters = run.parameters(fit.parameters());
    boolean told = run.units().scaled().exact();
    return new RunReport(
        run.schema().target().name(),
        run.tables().training().name(),
        Optional.of(outcome(run, fit)),
        told ? course.curves().charts() : List.of(),
        parameters,
        Double.isFinite(fit.kept().gradientNorm())
            ? Optional.of(Slopes.of(run, fit, parameters))
            : Optional.empty(),
        fit.ending() == Ending.DIVERGED ? List.of() : rows(run, fit, scores),
        notes,
        facts,
        told ? terrain(run, fit, course) : Optional.empty());
  }

  /**
   * The way that a run took.
   *
   * @param curves of its epochs
   * @param path its points
   * @param language of the words on the map
   */
  public record Course(EpochCurves curves, DescentPath path, Language language) {}

  /** As fine as it can be measured in a second or so. */
  private static Optional<TerrainMap> terrain(TrainingRun run, Fit fit, Course course) {
    double work = 2.0 * run.weighedRows().rows() * run.network().parameters();
    int grid = (int) Math.min(MOST_GRID, Math.sqrt(MOST_WORK / work));
    if (grid < LEAST_GRID || run.network().parameters() < 2 || course.path.iterates().isEmpty()) {
      return Optional.empty();
    }
    TerrainMap map = new TerrainMap("", TerrainSurface.heightName(run), grid, course.language);
    new TerrainSurface(run, List.of(), new Window(grid, MARGIN, true), note -> {})
        .write(course.path, fit, map);
    return Optional.of(map).filter(TerrainMap::hasSurface);
  }

  private static Outcome outcome(TrainingRun run, Fit fit) {
    return new Outcome(
        fit.ending(),
        fit.last().number(),
        fit.kept().number(),
        run.units().lossName(),
        run.units().told(fit.kept().loss()),
        run.units().told(run.baseline()));
  }

  private static List<RowReview> rows(TrainingRun run, Fit fit, RunMetrics scores) {
    double[] point = fit.point();
    List<RowReview> rows = new ArrayList<>();
    rows.add(
        RowReview.of(
            "training", run.tables().training(), run.trainingRows(), point, scores.training()));
    run.validationRows()
        .ifPresent(
            measured ->
                rows.add(
                    RowReview.of(
                        "validation",
                        run.tables().validation(),
                        measured,
                        point,
                        scores.validation().orElseThrow())));
    run.testRows()
        .ifPresent(
            measured ->
                rows.add(
                    RowReview.of(
                        "test",
                        run.tables().test(),
                        measured,
                        point,
                        scores.test().orElseThrow())));
    return rows;
  }

  /**
   * What repeats a run.
   *
   * @param table that was read
   * @param command that does it again
   */
  public static Facts facts(Table table, Map<String, String> settings, String command) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("data", table.name());
    data.put("sha256", table.sha256());
    data.put("rows", "%,d".formatted(table.rows()));
    data.put("gdtrain", Version.gdtrain());
    return new Facts(data, settings, Optional.of(command));
  }
}
