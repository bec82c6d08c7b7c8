package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.optimizer.ObjectiveFunction;
import gdtrain.optimizer.Point;
import gdtrain.optimizer.Search;
import gdtrain.optimizer.StepCurvature;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The state of one run of a {@link Trainer}. */
final class Descent implements ObjectiveFunction {
  private final Limits limits;
  private final Problem problem;
  private final Penalty penalty;
  private final Optional<SmoothedObjective> smooth;
  private final boolean byValidation;
  private final Watcher watcher;
  private final EpochStep stride;
  private final Convergence convergence = new Convergence();
  private final double[] keptParameters;
  private Point here;
  private Point there;
  private Epoch kept;
  private Epoch last;
  private Stopping stopping;
  private int evaluations;
  private long trace;
  private boolean exhausted;

  /** Prepares a run that has yet to {@link #begin} or to {@link #goOn}. */
  Descent(Trainer trainer, Problem problem, Watcher watcher) {
    this.limits = trainer.limits();
    this.problem = problem;
    this.penalty = problem.regularisation().penalty();
    this.smooth = problem.smooth().map(Supplier::get);
    boolean deep = !problem.regularisation().network().hidden().isEmpty();
    this.byValidation = problem.validation().isPresent() && (deep || limits.patience().isPresent());
    this.watcher = watcher;
    int parameters = problem.training().parameters();
    this.here = new Point(parameters);
    this.there = new Point(parameters);
    this.keptParameters = new double[parameters];
    this.stride = stride(trainer.method());
  }

  private EpochStep stride(Method method) {
    if (method instanceof Method.Updating updating) {
      return new UpdateSteps(updating, this, penalty, problem.batches(), limits.epochs());
    }
    Search search = ((Method.Searching) method).rule().searchOver(keptParameters.length);
    return smooth.isPresent()
        ? new StagedStep(smooth.get(), search, this, penalty)
        : new SearchedStep(search, this);
  }

  /** Measures the start. */
  Descent begin(double[] start) {
    Vectors.copy(start, here.parameters());
    measure(here);
    stopping = Stopping.after(here.objective(), limits, problem.baseline());
    record(OptionalDouble.empty());
    return this;
  }

  /** Resumes a run; its last epoch is not reported to the watcher again. */
  Descent goOn(Checkpoint checkpoint) {
    checkpoint.recall(memory());
    measure(here);
    last = checkpoint.last();
    kept = checkpoint.kept();
    stopping = new Stopping(limits, problem.baseline(), checkpoint.ceiling());
    evaluations = checkpoint.evaluations();
    trace = checkpoint.trace();
    exhausted = checkpoint.exhausted();
    return this;
  }

  Fit run() {
    Optional<Ending> ending = ending();
    while (ending.isEmpty()) {
      watcher.checkpoint(last, false, this::checkpoint);
      exhausted = !epoch();
      ending = ending();
    }
    if (ending.get() != Ending.DIVERGED) {
      watcher.checkpoint(last, true, this::checkpoint);
    }
    return outcome(ending.get());
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(last, kept, stopping.ceiling(), evaluations, trace, exhausted, memory());
  }

  private List<double[]> memory() {
    return Stream.of(
            List.of(here.parameters(), keptParameters), stride.memory(), convergence.memory())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void measure(Point point) {
    Objective descended = smooth.isPresent() ? smooth.get() : problem.training();
    double loss = descended.lossAndGradient(point.parameters(), point.gradient());
    point.heights(loss, loss + penalty.value(point.parameters()));
    penalty.addGradient(point.parameters(), point.gradient());
    evaluations++;
  }

  @Override
  public void shrink(double[] parameters, double length) {
    penalty.shrink(parameters, length);
  }

  /** Returns whether a step led on. */
  private boolean epoch() {
    OptionalDouble rate = stride.go(last.number() + 1, here, there, quality(last));
    if (rate.isEmpty()) {
      return false;
    }
    convergence.learn(StepCurvature.between(rate.getAsDouble(), here, there));
    Point left = here;
    here = there;
    there = left;
    record(rate);
    return true;
  }

  private void record(OptionalDouble learningRate) {
    double slope = slopeNorm();
    ObjectiveValue height = height();
    OptionalDouble validationLoss =
        problem.validation().stream().mapToDouble(v -> v.loss(here.parameters())).findFirst();
    int number = last == null ? 0 : last.number() + 1;
    last =
        new Epoch(number, height.loss(), height.objective(), validationLoss, slope, learningRate);
    if (watcher.asksForLayers()) {
      last = last.withLayerNorms(layerNorms());
    }
    if (kept == null || quality(last) < quality(kept)) {
      keep();
    }
    Epoch reported = last.times(problem.unit());
    trace = reported.trace(trace);
    watcher.epoch(reported);
    watcher.reached(reported, here);
  }

  private List<Double> layerNorms() {
    double[] slope = here.gradient().clone();
    penalty.addKinks(here.parameters(), slope);
    return problem.regularisation().layerNorms(slope);
  }

  /** Loss and objective with their kinks. */
  private ObjectiveValue height() {
    if (smooth.isEmpty()) {
      return new ObjectiveValue(here.loss(), here.objective());
    }
    double loss = problem.training().loss(here.parameters());
    return new ObjectiveValue(loss, loss + penalty.value(here.parameters()));
  }

  private double slopeNorm() {
    return penalty.slopeNorm(here.parameters(), here.gradient());
  }

  /**
   * The estimated distance of the last epoch to the minimum over the norm of its weights; with a
   * smooth form, how far the kept objective is above the minimum at most.
   */
  private double distance() {
    if (smooth.isPresent()) {
      return gap(smooth.get());
    }
    return convergence.distance(last.gradientNorm(), penalty.weightNorm(here.parameters()));
  }

  private double gap(SmoothedObjective objective) {
    return Math.max(0, (kept.objective() - objective.lowest()) / kept.objective());
  }

  /** What the kept epoch has the least of; a linear model only has validation rows watched. */
  private double quality(Epoch epoch) {
    return byValidation ? epoch.validationLoss().orElseThrow() : epoch.objective();
  }

  private void keep() {
    kept = last;
    Vectors.copy(here.parameters(), keptParameters);
  }

  private Optional<Ending> ending() {
    if (exhausted) {
      return Optional.of(Ending.EXHAUSTED);
    }
    Optional<Ending> ending = stopping.ending(last, kept, distance());
    return ending.isEmpty() && watcher.interrupts() ? Optional.of(Ending.INTERRUPTED) : ending;
  }

  private Fit outcome(Ending ending) {
    // A flat slope tells the minimum better than the objective, whose last digits are rounding.
    if (ending == Ending.CONVERGED && !byValidation && smooth.isEmpty()) {
      keep();
    }
    smooth.ifPresent(objective -> objective.bound(here.parameters()));
    OptionalDouble gap =
        smooth.stream().mapToDouble(this::gap).filter(Double::isFinite).findFirst();
    return new Fit(
        DoubleStream.of(keptParameters).boxed().toList(),
        kept.times(problem.unit()),
        last.times(problem.unit()),
        ending,
        evaluations,
        trace,
        distance(),
        gap);
  }

  /** An epoch of one step that a search finds. */
  private record SearchedStep(Search search, ObjectiveFunction terrain) implements EpochStep {
    @Override
    public OptionalDouble go(int number, Point here, Point there, double height) {
      return search.step(terrain, here, there);
    }

    @Override
    public List<double[]> memory() {
      return search.memory();
    }
  }
}
