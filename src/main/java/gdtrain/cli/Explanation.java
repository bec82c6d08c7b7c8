package gdtrain.cli;

import gdtrain.dataset.Dataset;
import gdtrain.insight.Curvature;
import gdtrain.insight.Iterate;
import gdtrain.insight.RowBackpropagation;
import gdtrain.insight.RowGradient;
import gdtrain.insight.StepForecast;
import gdtrain.report.BrokenPipe;
import gdtrain.report.JsonText;
import gdtrain.report.explanation.ExplainedRow;
import gdtrain.report.explanation.ExplanationContext;
import gdtrain.report.explanation.ExplanationJson;
import gdtrain.report.explanation.RowTraceJson;
import gdtrain.report.explanation.RowTraceText;
import gdtrain.report.explanation.RowsText;
import gdtrain.report.explanation.StepCsv;
import gdtrain.report.explanation.StepText;
import gdtrain.report.explanation.TracedRow;
import gdtrain.train.Method;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a run's gradient says at one point of it. */
final class Explanation {

  private final TrainingRun run;
  private final Iterate here;
  private final Optional<Iterate> next;
  private final ExplanationContext scene;

  /**
   * An explanation.
   *
   * @param model the file of a saved model, if it is that which is looked at
   */
  Explanation(TrainingRun run, Standpoint point, Optional<?> model) {
    this.run = run;
    this.here = station(point);
    this.next = point.next().map(Explanation::station);
    int epoch = point.epoch().number();
    String place =
        epoch == 0
            ? model.map("at the parameters of %s"::formatted).orElse("before the first step")
            : "after epoch %,d".formatted(epoch);
    this.scene =
        new ExplanationContext(
            run.schema(),
            run.network(),
            run.loss(),
            run.regularisation().active(),
            run.weighedRows().rows(),
            place,
            run.parameters(here.parameters()));
  }

  private static Iterate station(Standpoint point) {
    return new Iterate(point.epoch(), point.parameters());
  }

  /** Writes it in the form that is asked for. */
  void write(ExplainOptions options, PrintStream out) {
    Stream<String> lines =
        switch (options.format()) {
          case TABLE -> text(options).stream().map(SettingWords::worded);
          case CSV -> csv(options);
          case JSON -> JsonText.indented(json(options)).lines();
        };
    lines.forEach(line -> out.append(line).append('\n'));
    BrokenPipe.flush(out);
  }

  private List<String> text(ExplainOptions options) {
    if (options.row().isPresent()) {
      return new RowTraceText(scene, traced(options.row().getAsLong()), Screen.paper().width())
          .lines();
    }
    return options.rows().isPresent()
        ? rows(options.rows().getAsInt()).lines(here.epoch(), Screen.paper())
        : new StepText(scene, forecast(), Screen.paper()).lines();
  }

  private Stream<String> csv(ExplainOptions options) {
    return options.rows().isPresent()
        ? rows(options.rows().getAsInt()).csv()
        : new StepCsv(scene, forecast()).lines();
  }

  private Map<String, Object> json(ExplainOptions options) {
    ExplanationJson json = new ExplanationJson(scene, forecast());
    Map<String, Object> all = new LinkedHashMap<>(json.head(run.tables().training().name()));
    Survey survey = new Survey(run, flat());
    all.putAll(json.curvature(survey.curvature(), stableRate(survey.curvature())));
    all.put("optimum", survey.minimum().map(json::optimum).orElse(null));
    if (options.row().isPresent()) {
      all.put("row", new RowTraceJson(scene, traced(options.row().getAsLong())).fields());
    } else if (options.rows().isPresent()) {
      all.put("rows", rows(options.rows().getAsInt()).fields());
    } else {
      all.putAll(json.step());
    }
    return all;
  }

  private StepForecast forecast() {
    return StepForecast.of(run.problem(), run.learned().descended(), run.loss(), here, next);
  }

  /** The learning rate that is stable; empty where none is known for the run's optimizer. */
  private OptionalDouble stableRate(Optional<Curvature> curvature) {
    return curvature
        .map(
            c ->
                run.plan().method().method() instanceof Method.Updating updating
                    ? c.largestStableRate(updating.rule())
                    : OptionalDouble.of(c.largestStableRate()))
        .orElse(OptionalDouble.empty());
  }

  private RowsText rows(int count) {
    RowBackpropagation rules = rules();
    List<Double> slopes =
        DoubleStream.of(run.learned().objective().slopes(flat())).boxed().toList();
    return new RowsText(
        scene,
        RowGradient.strongest(
                run.schema().target(), run.units().scaled(), run.weighedRows(), slopes)
            .limit(count)
            .map(
                pull ->
                    ExplainedRow.of(
                        scene,
                        run.tables().training().line(pull.row()),
                        pull,
                        rules.of(pull.row())))
            .toList());
  }

  private TracedRow traced(long line) {
    int row = new CsvLine(run.tables(), line).trainingRow();
    double[] gradient = new double[here.parameters().size()];
    run.problem().training().lossAndGradient(flat(), gradient);
    double unit = run.units().scaled().factor();
    return new TracedRow(
        run.tables().training().name(),
        line,
        raw(row),
        run.schema().imputed(run.tables().training(), row),
        rules().of(row),
        DoubleStream.of(gradient).map(slope -> unit * slope).boxed().toList());
  }

  /** The features of a row before they were scaled. */
  private List<Double> raw(int row) {
    Dataset one =
        run.schema().unscaled().encodeInputs(run.tables().training().select(new int[] {row}));
    return DoubleStream.of(one.block(0).inputs().data().asDouble())
        .limit(run.schema().features().size())
        .boxed()
        .toList();
  }

  private RowBackpropagation rules() {
    return new RowBackpropagation(
        run.network(),
        run.schema().target(),
        run.units().scaled(),
        run.weighedRows(),
        here.parameters());
  }

  private double[] flat() {
    return here.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
