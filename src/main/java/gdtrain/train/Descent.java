package gdtrain.train;

import gdtrain.optimizer.Flat;
import gdtrain.optimizer.Point;
import gdtrain.optimizer.Terrain;
import gdtrain.optimizer.Trial;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** The state of one run of a {@link Trainer}. */
final class Descent implements Terrain {
  /** An objective this many times its start or the baseline, whichever is higher, has diverged. */
  private static final double DIVERGED = 1e6;

  /** A loss this share of the baseline is 0 for all that double precision can tell. */
  private static final double PERFECT = 1e-14;

  private final Limits limits;
  private final Problem problem;
  private final Penalty penalty;
  private final Consumer<Epoch> listener;
  private final Stride stride;
  private final Convergence convergence = new Convergence();
  private final long start = System.nanoTime();
  private final double[] keptParameters;
  private Point here;
  private Point there;
  private Epoch kept;
  private Epoch last;
  private double distance = Double.POSITIVE_INFINITY;
  private double ceiling;
  private int evaluations;

  Descent(Trainer trainer, Problem problem, double[] start, Consumer<Epoch> listener) {
    this.limits = trainer.limits();
    this.problem = problem;
    this.penalty = problem.regularisation().penalty();
    this.listener = listener;
    this.here = new Point(start.length);
    this.there = new Point(start.length);
    this.keptParameters = new double[start.length];
    this.stride = stride(trainer.method());
    Flat.copy(start, here.parameters());
  }

  private Stride stride(Method method) {
    return method instanceof Method.Searching searching
        ? new Searched(searching.rule().searchOver(keptParameters.length), this)
        : new Updated((Method.Updating) method, this, penalty, problem.batches(), limits.epochs());
  }

  Fit run() {
    measure(here);
    ceiling = DIVERGED * Math.max(here.objective(), problem.baseline());
    record(OptionalDouble.empty());
    Optional<Ending> ending = ending();
    while (ending.isEmpty()) {
      ending = epoch() ? ending() : Optional.of(Ending.EXHAUSTED);
    }
    return outcome(ending.get());
  }

  @Override
  public void measure(Point point) {
    double loss = problem.training().lossAndGradient(point.parameters(), point.gradient());
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
    convergence.learn(Trial.between(rate.getAsDouble(), here, there));
    Point left = here;
    here = there;
    there = left;
    record(rate);
    return true;
  }

  private void record(OptionalDouble learningRate) {
    double slope = penalty.slopeNorm(here.parameters(), here.gradient());
    distance = convergence.distance(slope, penalty.weightNorm(here.parameters()));
    OptionalDouble validationLoss =
        problem.validation().stream().mapToDouble(v -> v.loss(here.parameters())).findFirst();
    int number = last == null ? 0 : last.number() + 1;
    last = new Epoch(number, here.loss(), here.objective(), validationLoss, slope, learningRate);
    if (kept == null || quality(last) < quality(kept)) {
      keep();
    }
    listener.accept(last.times(problem.unit()));
  }

  private static double quality(Epoch epoch) {
    return epoch.validationLoss().orElse(epoch.objective());
  }

  private void keep() {
    kept = last;
    Flat.copy(here.parameters(), keptParameters);
  }

  private Optional<Ending> ending() {
    if (!Double.isFinite(last.gradientNorm()) || !(last.objective() <= ceiling)) {
      return Optional.of(Ending.DIVERGED);
    }
    if (last.loss() <= PERFECT * problem.baseline()) {
      return Optional.of(Ending.PERFECT);
    }
    if (limits.tolerance() > 0 && distance <= limits.tolerance()) {
      return Optional.of(Ending.CONVERGED);
    }
    if (limits.patience().isPresent()
        && last.number() - kept.number() >= limits.patience().getAsInt()) {
      return Optional.of(Ending.PATIENCE);
    }
    if (last.number() >= limits.epochs()) {
      return Optional.of(Ending.EPOCHS);
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (limits.seconds().isPresent() && seconds >= limits.seconds().getAsDouble()) {
      return Optional.of(Ending.TIME);
    }
    return Optional.empty();
  }

  private Fit outcome(Ending ending) {
    // A flat slope tells the minimum better than the objective, whose last digits are rounding.
    if (ending == Ending.CONVERGED && problem.validation().isEmpty()) {
      keep();
    }
    return new Fit(
        DoubleStream.of(keptParameters).boxed().toList(),
        kept.times(problem.unit()),
        last.times(problem.unit()),
        ending,
        evaluations,
        distance);
  }
}
