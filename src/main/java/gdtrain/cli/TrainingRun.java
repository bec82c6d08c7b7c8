package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Prepared;
import gdtrain.dataset.Schema;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.metric.Metric;
import gdtrain.model.Model;
import gdtrain.network.Network;
import gdtrain.report.Quality;
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

  TrainingRun(Prepared rows, FitPlan plan, Workers workers) {
    this.rows = rows;
    this.plan = plan;
    this.network =
        new Network(
            schema().inputs(), List.of(), schema().target().outputs(), schema().intercept());
    this.loss = Losses.usual(classes() > 0, network.outputs());
    this.training = new DataObjective(network, loss, rows.training(), workers);
    this.validation =
        rows.validation().map(data -> new DataObjective(network, loss, data, workers));
  }

  /** What is trained, and how, as one line. */
  String description() {
    return "%s with %,d parameters on %,d rows; %s"
        .formatted(
            loss.name().replace('_', ' '),
            network.parameters(),
            rows.training().rows(),
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
    return training.baseline();
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

  /** Figures of quality on the training rows. */
  List<Metric> trainingQuality(Fit fit) {
    return Quality.of(rows.training(), training.predictions(flat(fit)), classes());
  }

  /** Figures of quality on the validation rows, if there are any. */
  Optional<List<Metric>> validationQuality(Fit fit) {
    return validation.map(
        objective ->
            Quality.of(
                rows.validation().orElseThrow(), objective.predictions(flat(fit)), classes()));
  }

  Model model(Fit fit, Map<String, Object> record) {
    return new Model(schema(), List.of(), loss, fit.parameters(), record);
  }

  private static double[] flat(Fit fit) {
    return fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
