package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Prepared;
import gdtrain.dataset.Schema;
import gdtrain.dataset.Split;
import gdtrain.loss.Loss;
import gdtrain.metric.MetricNames;
import gdtrain.model.Model;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.table.Table;
import gdtrain.train.Batches;
import gdtrain.train.Checkpoint;
import gdtrain.train.DataObjective;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import gdtrain.train.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one training run puts together. */
final class TrainingRun {
  private final Prepared rows;
  private final FitPlan plan;
  private final Network network;
  private final Loss loss;
  private final TargetUnits units;
  private final Settled settled;
  private final LearnedRows learned;
  private final Optional<Batches> batches;
  private final Optional<MeasuredRows> validation;
  private final Optional<MeasuredRows> test;
  private final double baseline;
  private final Lazy<Survey> survey = new Lazy<>(() -> new Survey(this));

  TrainingRun(Prepared rows, FitPlan plan, Workers workers) {
    this.rows = rows;
    this.plan = plan;
    this.network = plan.network().network(schema());
    this.loss = plan.loss().loss(schema().target());
    this.units = TargetUnits.of(schema().target(), loss);
    this.settled = new Settled(plan, network, rows.training().rows(), classes() > 0);
    Dataset ready = ready(rows.training(), workers);
    Dataset weighed = plan.loss().classWeights().weigh(ready, schema().target());
    this.learned = new LearnedRows(settled, units.learned(), weighed, workers);
    this.baseline = learned.baseline();
    this.batches = settled.batches(weighed, units.learned());
    this.validation = rows.validation().map(data -> measured(data, workers));
    this.test = rows.test().map(data -> measured(data, workers));
  }

  /** Rows that are passed over again and again are kept in memory, if they fit. */
  private Dataset ready(Dataset read, Workers workers) {
    return settled.compresses(units.learned()) ? read : read.inMemory(workers);
  }

  private MeasuredRows measured(Dataset read, Workers workers) {
    Dataset data = ready(read, workers);
    return new MeasuredRows(
        data, new DataObjective(network, units.learned(), data, workers), units);
  }

  /** Trains. */
  Fit fit(Watcher watcher) {
    return told(new Trainer(plan.method().method(), limits()).fit(problem(), start(), watcher));
  }

  /** Where descent starts. */
  double[] start() {
    return plan.start()
        .map(model -> model.parameters(schema(), network.hidden(), loss))
        .orElseGet(() -> network.start(plan.network().initializer(), plan.seed().generator(0)));
  }

  /** Goes on from where an earlier run stood. */
  Fit resume(Checkpoint checkpoint, Watcher watcher) {
    return told(
        new Trainer(plan.method().method(), limits()).resume(problem(), checkpoint, watcher));
  }

  /** A slope that jumps tells no distance to the minimum. */
  private Fit told(Fit fit) {
    return loss.jumps() ? fit.withoutDistance() : fit;
  }

  /** An epoch of a checkpoint in the units of the log. */
  Epoch shown(Epoch epoch) {
    return epoch.times(units.scaled().factor());
  }

  /** What is minimised, in the unit in which targets are learned. */
  Problem problem() {
    return new Problem(
        learned.descent(),
        batches,
        validation.map(MeasuredRows::objective),
        regularisation(),
        baseline,
        units.scaled().factor());
  }

  /** The most epochs and when else to stop. */
  Limits limits() {
    return settled.limits();
  }

  Regularisation regularisation() {
    return settled.regularisation();
  }

  /** The loss of the best constant prediction on the training rows. */
  double baseline() {
    return units.scaled().factor() * baseline;
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

  /** The landscape, measured when it is first asked for. */
  Survey survey() {
    return survey.get();
  }

  Network network() {
    return network;
  }

  /** Between the unit in which targets are learned and that of their column. */
  TargetUnits units() {
    return units;
  }

  /** All rows as they were read, and what each part is for. */
  Split tables() {
    return rows.tables();
  }

  Schema schema() {
    return rows.schema();
  }

  /** The rows that are learned from. */
  LearnedRows learned() {
    return learned;
  }

  /** All rows that are learned from, weighted by class, too. */
  Dataset weighedRows() {
    return learned.all();
  }

  /** How many classes there are; 0 where a number is predicted. */
  int classes() {
    return schema().target().classes().size();
  }

  /** The names of all that the run measures. */
  MetricNames figureNames() {
    return MetricNames.ofTraining(classes(), validation.isPresent(), test.isPresent());
  }

  /** How good the kept parameters are, on all rows there are; losses as in the log. */
  Scores scores(Fit fit) {
    double[] point = fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
    Epoch kept = fit.kept();
    MeasuredRows training = new MeasuredRows(rows.training(), learned.objective(), units);
    return new Scores(
        () -> training.score(kept.loss(), point),
        validation.map(v -> () -> v.score(kept.validationLoss().orElseThrow(), point)),
        test.map(t -> () -> t.score(point)));
  }

  /** A point's parameters by name, in the order of the flat vector. */
  List<Parameter> parameters(List<Double> point) {
    return Parameter.of(schema(), network, point);
  }

  Model model(Fit fit, Map<String, Object> record) {
    return new Model(schema(), network.hidden(), loss, fit.parameters(), record);
  }
}
