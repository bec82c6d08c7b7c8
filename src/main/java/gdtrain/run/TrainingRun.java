package gdtrain.run;

import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Split;
import gdtrain.insight.ClassSeparation;
import gdtrain.loss.Loss;
import gdtrain.metric.MetricNames;
import gdtrain.metric.NoWorse;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.train.Batches;
import gdtrain.train.Checkpoint;
import gdtrain.train.DataObjective;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.SmoothedObjective;
import gdtrain.train.Trainer;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that one training run puts together. */
public final class TrainingRun {
  private final Prepared rows;
  private final RunSettings settings;
  private final Workers workers;
  private final Network network;
  private final Loss loss;
  private final TargetUnits units;
  private final ResolvedSettings resolved;
  private final LearnedRows learned;
  private final Optional<Batches> batches;
  private final Optional<MeasuredRows> validation;
  private final Optional<MeasuredRows> test;
  private final double baseline;
  private final Lazy<LossLandscape> landscape;
  private final Lazy<RunSettings> complete;

  /** Puts a run together. */
  public TrainingRun(Prepared rows, RunSettings settings, Workers workers) {
    this.rows = rows;
    this.settings = settings;
    this.workers = workers;
    this.network = settings.network().network(schema());
    ModelSize.check(network);
    this.loss = settings.loss().loss(schema().target());
    this.units = TargetUnits.of(schema().target(), loss);
    this.resolved = new ResolvedSettings(settings, network, rows.training(), classes() > 0);
    Dataset ready = ready(rows.training(), workers);
    Dataset weighed = settings.loss().classWeights().weigh(ready, schema().target());
    this.learned = new LearnedRows(resolved, units.learned(), weighed, workers);
    this.baseline = learned.baseline();
    this.batches = resolved.batches(weighed, units.learned());
    this.validation = rows.validation().map(data -> measured(data, workers));
    this.test = rows.test().map(data -> measured(data, workers));
    this.landscape = new Lazy<>(() -> new LossLandscape(this));
    this.complete = new Lazy<>(this::completed);
    DecisionThreshold.check(settings, schema().target(), loss);
  }

  /** Another run's all, but for the threshold from which on a class is predicted. */
  private TrainingRun(TrainingRun run, double threshold) {
    this.rows = run.rows.with(run.schema().withThreshold(threshold));
    this.settings = run.settings;
    this.workers = run.workers;
    this.network = run.network;
    this.loss = run.loss;
    this.units = new TargetUnits(rows.schema().target(), loss, run.units.scaled());
    this.resolved = run.resolved;
    this.learned = run.learned;
    this.batches = run.batches;
    this.validation = run.validation.map(this::deciding);
    this.test = run.test.map(this::deciding);
    this.baseline = run.baseline;
    this.landscape = run.landscape;
    this.complete = run.complete;
  }

  private MeasuredRows deciding(MeasuredRows measured) {
    return new MeasuredRows(measured.rows(), measured.objective(), units);
  }

  /** This run, whose model predicts the second of two classes from this probability on. */
  public TrainingRun deciding(double threshold) {
    return new TrainingRun(this, threshold);
  }

  /** A run that differs in its learning rate only, given as a user would write it. */
  public TrainingRun withLearningRate(String rate) {
    return new TrainingRun(rows, settings.with(Settings.LR.key(), rate), workers);
  }

  /** Rows that are passed over again and again are kept in memory, if they fit. */
  private Dataset ready(Dataset read, Workers workers) {
    return resolved.compresses(units.learned()) ? read : read.inMemory(workers);
  }

  /** With the learning rate that follows from the curvature, if one is to. */
  private RunSettings completed() {
    return settings.descent().derivesRate()
        ? settings.withLearningRate(resolved.learningRate(landscape().curvature()))
        : settings;
  }

  private MeasuredRows measured(Dataset read, Workers workers) {
    Dataset data = ready(read, workers);
    return new MeasuredRows(
        data, new DataObjective(network, units.learned(), data, workers), units);
  }

  /** Trains. */
  public Fit fit(Watcher watcher) {
    return told(
        new Trainer(settings().descent().method(), limits()).fit(problem(), start(), watcher));
  }

  /** Weights of 0, and the best constant prediction where there is an intercept. */
  public double[] constantModel() {
    double[] point = new double[network.parameters()];
    setIntercepts(point);
    return point;
  }

  private void setIntercepts(double[] point) {
    if (!network.intercepts()) {
      return;
    }
    double[] raw = learned.objective().bestConstant();
    int last = network.layers() - 1;
    for (int output = 0; output < raw.length; output++) {
      point[network.index(last, network.in(last) - 1, output)] = raw[output];
    }
  }

  /** Where descent starts. */
  public double[] start() {
    return settings
        .start()
        .map(model -> model.parameters(schema(), network.hidden(), loss))
        .orElseGet(this::initial);
  }

  private double[] initial() {
    double[] start =
        network.start(settings.network().initializer(), settings.validation().seed().generator(0));
    if (units.learned().startsAtBestConstant()) {
      setIntercepts(start);
    }
    return start;
  }

  /** Goes on from where an earlier run stood. */
  public Fit resume(Checkpoint checkpoint, Watcher watcher) {
    return told(
        new Trainer(settings().descent().method(), limits())
            .resume(problem(), checkpoint, watcher));
  }

  /** A slope that jumps tells no distance to the minimum. */
  private Fit told(Fit fit) {
    return loss.jumps() ? fit.withoutDistance() : fit;
  }

  /** An epoch of a checkpoint in the units of the log. */
  public Epoch shown(Epoch epoch) {
    return epoch.times(units.scaled().factor());
  }

  /** An epoch in the units of the log, with the gradient norm of each layer at its end. */
  Epoch shownWithLayers(Epoch epoch, double[] point) {
    if (network.layers() == 1) {
      return shown(epoch.withLayerNorms(List.of(epoch.gradientNorm())));
    }
    double[] slope = new double[point.length];
    problem().objective().lossAndGradient(point, slope);
    return shown(epoch.withLayerNorms(regularisation().layerNorms(slope)));
  }

  /** What is minimised, in the unit in which targets are learned. */
  public Problem problem() {
    return new Problem(
        learned.descent(),
        batches,
        validation.map(MeasuredRows::objective),
        learnedPenalty(),
        baseline,
        units.scaled().factor(),
        settings.smooths() ? Optional.of(this::smoothed) : Optional.empty());
  }

  private SmoothedObjective smoothed() {
    return new SmoothedObjective(learned.descent(), learnedPenalty(), baseline);
  }

  /** Classes that a linear model without penalty tells for certain, if it found no minimum. */
  public Optional<ClassSeparation> separation(Fit fit) {
    boolean open =
        loss.endlessIfSeparable()
            && !regularisation().active()
            && !settings.network().deep()
            && fit.ending() != Ending.CONVERGED;
    return open
        ? ClassSeparation.of(weighedRows(), schema().intercept(), fit.parameters())
        : Optional.empty();
  }

  /** The most epochs and when else to stop. */
  public Limits limits() {
    return resolved.limits();
  }

  public Regularisation regularisation() {
    return resolved.regularisation();
  }

  /**
   * The penalty in the unit in which targets are learned. With hidden layers it is meant for
   * targets in that unit.
   */
  private Regularisation learnedPenalty() {
    double unit = schema().target().unit().scale();
    return settings.network().deep() || unit == 1
        ? regularisation()
        : regularisation().forTargetsIn(unit, loss.scaled(2).orElseThrow().factor() == 2);
  }

  /** The loss of the best constant prediction on the training rows. */
  public double baseline() {
    return units.scaled().factor() * baseline;
  }

  /** Refuses a table with a target that the loss cannot take. */
  public void check(Table table) {
    schema().target().check(table, loss.targets().range());
  }

  public Loss loss() {
    return loss;
  }

  public boolean validated() {
    return validation.isPresent();
  }

  /** Whether validation rows choose the epoch that is kept, and are not only watched. */
  public boolean choosesByValidation() {
    return validated() && (settings.network().deep() || limits().patience().isPresent());
  }

  /** What was asked for, and the learning rate if it follows from the rows. */
  public RunSettings settings() {
    return complete.get();
  }

  /** The landscape, measured when it is first asked for. */
  public LossLandscape landscape() {
    return landscape.get();
  }

  public Network network() {
    return network;
  }

  /** Between the unit in which targets are learned and that of their column. */
  public TargetUnits units() {
    return units;
  }

  /** The rows as they were prepared. */
  public Prepared rows() {
    return rows;
  }

  /** All rows as they were read, and what each part is for. */
  public Split tables() {
    return rows.tables();
  }

  public Schema schema() {
    return rows.schema();
  }

  /** The rows that are learned from. */
  public LearnedRows learned() {
    return learned;
  }

  /** All rows that are learned from, weighted by class, too. */
  public Dataset weighedRows() {
    return learned.all();
  }

  /** How many classes there are; 0 where a number is predicted. */
  public int classes() {
    return schema().target().classes().size();
  }

  /** The names of all that the run measures. */
  public MetricNames metricNames() {
    List<NoWorse.Section> kept = new ArrayList<>();
    validation.ifPresent(rowsKept -> kept.add(NoWorse.Section.VALIDATION));
    test.ifPresent(rowsKept -> kept.add(NoWorse.Section.TEST));
    return MetricNames.ofTraining(classes(), loss.probabilities(), kept);
  }

  /** The rows learned from, to be measured. */
  public MeasuredRows trainingRows() {
    return new MeasuredRows(rows.training(), learned.objective(), units);
  }

  /** The rows that are watched, if there are any. */
  public Optional<MeasuredRows> validationRows() {
    return validation;
  }

  /** The rows that are measured in the end, if there are any. */
  public Optional<MeasuredRows> testRows() {
    return test;
  }

  /** How good the kept parameters are, on all rows there are; losses as in the log. */
  public RunMetrics scores(Fit fit) {
    return scores(fit, List.of());
  }

  /**
   * That, and further figures.
   *
   * @param figures of those that {@link #metricNames} has
   */
  public RunMetrics scores(Fit fit, Collection<String> figures) {
    double[] point = fit.point();
    Epoch kept = fit.kept();
    return new RunMetrics(
        () -> trainingRows().score(kept.loss(), point, figures),
        validation.map(v -> () -> v.score(kept.validationLoss().orElseThrow(), point, figures)),
        test.map(t -> () -> t.score(units.loss(t.objective(), point), point, figures)));
  }

  /** A point's parameters by name, in the order of the flat vector. */
  public List<Parameter> parameters(List<Double> point) {
    return Parameter.of(schema(), network, point);
  }
}
