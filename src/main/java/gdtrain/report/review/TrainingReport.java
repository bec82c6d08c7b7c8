package gdtrain.report.review;

import gdtrain.model.Parameter;
import gdtrain.report.TerrainSurface;
import gdtrain.report.TerrainSurface.Window;
import gdtrain.report.picture.SvgPicture;
import gdtrain.report.picture.TerrainDrawing;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.review.RunReport.Facts;
import gdtrain.report.review.RunReport.Outcome;
import gdtrain.report.review.RunReport.ReviewNotes;
import gdtrain.run.RunMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.run.Version;
import gdtrain.run.setting.Words;
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
  /** Points of the terrain in each direction. */
  private static final int GRID = 31;

  private static final double MARGIN = 0.25;

  /** About a second. */
  private static final double MOST_PRODUCTS = 1e9;

  private TrainingReport() {}

  /**
   * All of it; how rows are predicted only where the run did not diverge.
   *
   * @param scores of the kept parameters
   */
  public static RunReport of(
      TrainingRun run,
      Fit fit,
      RunMetrics scores,
      EpochCurves curves,
      ReviewNotes notes,
      Facts facts) {
    List<Parameter> parameters = run.parameters(fit.parameters());
    boolean told = run.units().scaled().exact();
    return new RunReport(
        run.schema().target().name(),
        run.tables().training().name(),
        Optional.of(outcome(run, fit)),
        told ? curves.charts() : List.of(),
        parameters,
        Double.isFinite(fit.kept().gradientNorm())
            ? Optional.of(Slopes.of(run, fit, parameters))
            : Optional.empty(),
        fit.ending() == Ending.DIVERGED ? List.of() : rows(run, fit, scores),
        notes,
        facts,
        terrain(run, fit));
  }

  /** The loss around the path, where it does not take long to train again and to measure it. */
  private static Optional<String> terrain(TrainingRun run, Fit fit) {
    boolean again =
        switch (fit.ending()) {
          case CONVERGED, ZERO_LOSS, EXHAUSTED, EPOCHS, PATIENCE -> fit.last().number() > 0;
          case TIME, INTERRUPTED, DIVERGED -> false;
        };
    double passes = fit.last().number() + GRID * GRID;
    double parameters = run.network().parameters();
    double cost = passes * parameters * run.learned().descended().rows();
    if (!again || parameters < 2 || cost > MOST_PRODUCTS) {
      return Optional.empty();
    }
    String height = run.regularisation().active() ? "objective" : Words.spaced(run.loss().name());
    TerrainMap map = new TerrainMap("", height, GRID);
    new TerrainSurface(run, List.of(), new Window(GRID, MARGIN, true), note -> {})
        .write(Optional.empty(), map);
    return map.hasSurface()
        ? Optional.of(SvgPicture.element(new TerrainDrawing(map).withoutTitle(), RunPage.LARGE))
        : Optional.empty();
  }

  private static Outcome outcome(TrainingRun run, Fit fit) {
    return new Outcome(
        fit.ending(),
        fit.last().number(),
        fit.kept().number(),
        Words.spaced(run.loss().name()),
        run.units().told(fit.kept().loss()),
        run.units().told(run.baseline()));
  }

  private static List<RowReview> rows(TrainingRun run, Fit fit, RunMetrics scores) {
    double[] point = fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
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
