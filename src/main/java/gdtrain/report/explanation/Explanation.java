package gdtrain.report.explanation;

import gdtrain.dataset.Dataset;
import gdtrain.insight.Curvature;
import gdtrain.insight.Iterate;
import gdtrain.insight.RowBackpropagation;
import gdtrain.insight.RowGradient;
import gdtrain.insight.StepForecast;
import gdtrain.report.JsonText;
import gdtrain.report.TableFormat;
import gdtrain.report.explanation.TracedRow.RowStep;
import gdtrain.report.language.Phrases;
import gdtrain.run.DescentPoint;
import gdtrain.run.LossLandscape;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.train.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a run's gradient says at one point of it. */
public final class Explanation {

  private final TrainingRun run;
  private final Iterate here;
  private final Optional<Iterate> next;
  private final ExplanationContext context;

  /**
   * An explanation.
   *
   * @param model the file of a saved model, if it is that which is looked at
   * @param phrases the words for people
   */
  public Explanation(TrainingRun run, DescentPoint point, Optional<?> model, Phrases phrases) {
    this.run = run;
    this.here = iterate(point);
    this.next = point.next().map(Explanation::iterate);
    int epoch = point.epoch().number();
    String where =
        epoch == 0
            ? model.map(file -> phrases.text("at.model", file)).orElse(phrases.text("at.start"))
            : phrases.text("at.epoch", epoch);
    this.context = ExplanationContext.of(run, where, run.parameters(here.parameters()), phrases);
  }

  private static Iterate iterate(DescentPoint point) {
    return new Iterate(point.epoch(), point.parameters());
  }

  /**
   * The explanation, line by line.
   *
   * @param rows how many rows are shown instead of the parameters, if they are
   * @param row the line of the row whose chain rule is written out, if it is
   * @param format of the lines
   * @param paper that a table is for
   */
  public Stream<String> lines(
      Optional<Integer> rows, Optional<Long> row, TableFormat format, TextStyle paper) {
    return switch (format) {
      case TABLE -> text(rows, row, paper).stream();
      case CSV ->
          rows.isPresent() ? rows(rows.get()).csv() : new StepCsv(context, forecast()).lines();
      case JSON -> JsonText.indented(json(rows, row)).lines();
    };
  }

  private List<String> text(Optional<Integer> rows, Optional<Long> row, TextStyle paper) {
    if (row.isPresent()) {
      return new RowTraceText(context, traced(row.get()), paper).lines();
    }
    return rows.isPresent()
        ? rows(rows.get()).lines(here.epoch(), paper)
        : new StepText(context, forecast(), paper).lines();
  }

  private Map<String, Object> json(Optional<Integer> rows, Optional<Long> row) {
    ExplanationJson json = new ExplanationJson(context, forecast());
    Map<String, Object> all = new LinkedHashMap<>(json.head(run.tables().training().name()));
    LossLandscape landscape = new LossLandscape(run, flat());
    all.putAll(json.curvature(landscape.curvature(), stableRate(landscape.curvature())));
    all.put("optimum", landscape.minimum().map(json::optimum).orElse(null));
    if (row.isPresent()) {
      all.put("row", new RowTraceJson(context, traced(row.get())).fields());
    } else if (rows.isPresent()) {
      all.put("rows", rows(rows.get()).fields());
    } else {
      all.putAll(json.step());
    }
    return all;
  }

  /**
   * The objective at the point, and where the next step leads.
   *
   * @param here at the point
   * @param next behind it
   */
  public record Heights(double here, double next) {}

  /** The heights of the next step, if there is one. */
  public Optional<Heights> heights() {
    return next.map(there -> new Heights(here.epoch().objective(), there.epoch().objective()));
  }

  /** Whether slope and bend together predict the next step exactly. */
  public boolean isExact() {
    return forecast().bend().isPresent();
  }

  /** The next step, parameter by parameter. */
  public StepText step(TextStyle style) {
    return new StepText(context, forecast(), style);
  }

  /**
   * The chain rule for a row.
   *
   * @param line of the file
   */
  public RowTraceText row(long line, TextStyle style) {
    return new RowTraceText(context, traced(line), style);
  }

  /** The line of the row that pulls hardest at its prediction. */
  public long strongestRow() {
    return rows(1).rows().get(0).line();
  }

  private StepForecast forecast() {
    return StepForecast.of(run.problem(), run.learned().descended(), run.loss(), here, next);
  }

  /** The learning rate that is stable; empty where none is known for the run's optimizer. */
  private OptionalDouble stableRate(Optional<Curvature> curvature) {
    return curvature
        .map(
            c ->
                run.settings().descent().method() instanceof Method.Updating updating
                    ? c.largestStableRate(updating.rule())
                    : OptionalDouble.of(c.largestStableRate()))
        .orElse(OptionalDouble.empty());
  }

  private RowsText rows(int count) {
    RowBackpropagation rules = rules();
    List<Double> slopes =
        DoubleStream.of(run.learned().objective().slopes(flat())).boxed().toList();
    return new RowsText(
        context,
        RowGradient.strongest(
                run.schema().target(), run.units().scaled(), run.weighedRows(), slopes)
            .limit(count)
            .map(
                pull ->
                    ExplainedRow.of(
                        context,
                        run.tables().training().line(pull.row()),
                        pull,
                        rules.of(pull.row())))
            .toList());
  }

  private TracedRow traced(long line) {
    int row = new CsvLine("⟦row⟧", run.tables(), line).trainingRow();
    double[] gradient = new double[here.parameters().size()];
    run.problem().training().lossAndGradient(flat(), gradient);
    double unit = run.units().scaled().factor();
    return new TracedRow(
        run.tables().training().name(),
        line,
        raw(row),
        run.schema().imputed(run.tables().training(), row),
        rules().of(row),
        DoubleStream.of(gradient).map(slope -> unit * slope).boxed().toList(),
        step(row));
  }

  /** A step on a row alone at the rate of the run's next step, or at that of its last. */
  private Optional<RowStep> step(int row) {
    OptionalDouble rate = next.orElse(here).epoch().learningRate();
    boolean automatic = run.settings().values().get(Settings.LR).equals(Settings.AUTO);
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RowStep(
                rate.getAsDouble(), automatic, rules().after(row, rate.getAsDouble()).of(row)));
  }

  /** The features of a row before they were scaled. */
  private List<Double> raw(int row) {
    Dataset one =
        run.schema().unscaled().encodeInputs(run.tables().training().select(new int[] {row}));
    return DoubleStream.of(one.block(0).numbers())
        .limit(run.schema().features().size())
        .boxed()
        .toList();
  }

  private RowBackpropagation rules() {
    return rules(run, here);
  }

  /** The passes of single rows at a point of a run. */
  static RowBackpropagation rules(TrainingRun run, Iterate point) {
    return new RowBackpropagation(
        run.network(),
        run.schema().target(),
        run.units().scaled(),
        run.weighedRows(),
        point.parameters());
  }

  private double[] flat() {
    return here.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
