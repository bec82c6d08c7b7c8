package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Prepared;
import gdtrain.dataset.Schema;
import gdtrain.loss.Loss;
import gdtrain.metric.FigureNames;
import gdtrain.metric.Score;
import gdtrain.model.Model;
import gdtrain.network.Network;
import gdtrain.report.Quality;
import gdtrain.table.Table;
import gdtrain.train.DataObjective;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Objective;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Seed;
import gdtrain.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that one training run puts together. */
final class TrainingRun {
  private final Prepared rows;
  private final FitPlan plan;
  private final Network network;
  private final Loss loss;
  private final DataObjective training;
  private final Optional<DataObjective> validation;
  private final Optional<DataObjective> test;
  private final double baseline;

  TrainingRun(Prepared rows, FitPlan plan, Workers workers) {
    this.rows = rows;
    this.plan = plan;
    this.network =
        new Network(
            schema().inputs(), List.of(), schema().target().outputs(), schema().intercept());
    this.loss = plan.loss().loss(schema().target());
    this.training =
        new DataObjective(
            network,
            loss,
            plan.loss().classWeights().weigh(rows.training(), schema().target()),
            workers);
    this.baseline = training.baseline();
    this.validation =
        rows.validation().map(data -> new DataObjective(network, loss, data, workers));
    this.test = rows.test().map(data -> new DataObjective(network, loss, data, workers));
  }

  /** What is trained, and how, as one line. */
  String description() {
    String weighted = plan.loss().classWeights().none() ? "" : ", weighted by class";
    return "%s with %,d parameters on %,d rows%s; %s"
        .formatted(
            Words.spaced(loss.name()),
            network.parameters(),
            rows.training().rows(),
            weighted,
            plan.method().description());
  }

  Fit fit(Consumer<Epoch> listener) {
    Problem problem =
        new Problem(
            training,
            Optional.empty(),
            validation.map(Objective.class::cast),
            regularisation(),
            baseline());
    double[] start = network.start(Optional.empty(), new Seed(42).generator(0));
    return new Trainer(plan.method().method(), plan.limits()).fit(problem, start, listener);
  }

  Regularisation regularisation() {
    return new Regularisation(plan.l1(), plan.l2(), network);
  }

  /** The loss of the best constant prediction on the training rows. */
  double baseline() {
    return baseline;
  }

  /** Refuses a table with a target that the loss cannot take. */
  void check(Table table) {
    schema().target().check(table, loss.targets().range());
  }

  Loss loss() {
    return loss;
  }

  boolean validated() {
    return validation.isPresent();
  }

  FitPlan plan() {
    return plan;
  }

  Schema schema() {
    return rows.schema();
  }

  Dataset trainingRows() {
    return rows.training();
  }

  /** How many classes there are; 0 where a number is predicted. */
  int classes() {
    return schema().target().classes().size();
  }

  /** The names of all that the run measures. */
  FigureNames figureNames() {
    return FigureNames.ofTraining(classes(), validation.isPresent(), test.isPresent());
  }

  /** How good the kept parameters are, on all rows there are; losses as in the log. */
  Scores scores(Fit fit) {
    double[] point = flat(fit);
    return new Scores(
        score(training, rows.training(), fit.kept().loss(), point),
        validation.map(
            objective ->
                score(
                    objective,
                    rows.validation().orElseThrow(),
                    fit.kept().validationLoss().orElseThrow(),
                    point)),
        test.map(
            objective ->
                score(objective, rows.test().orElseThrow(), objective.loss(point), point)));
  }

  private Score score(DataObjective objective, Dataset data, double height, double[] point) {
    return new Score(
        data.rows(), height, Quality.of(data, objective.predictions(point), classes(), loss));
  }

  Model model(Fit fit, Map<String, Object> record) {
    return new Model(schema(), List.of(), loss, fit.parameters(), record);
  }

  private static double[] flat(Fit fit) {
    return fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
