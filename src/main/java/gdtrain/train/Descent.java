package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.optimizer.Steps;
import gdtrain.optimizer.Trial;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The state of one run of a {@link Trainer}. */
final class Descent {
  /** An objective this many times its start or the baseline, whichever is higher, has diverged. */
  private static final double DIVERGED = 1e6;

  /** A loss this share of the baseline is 0 for all that double precision can tell. */
  private static final double PERFECT = 1e-14;

  /** So many shorter and shorter trials mean that rounding is all that is left. */
  private static final int MOST_TRIALS = 40;

  private final Limits limits;
  private final Objective training;
  private final Optional<Objective> validation;
  private final Penalty penalty;
  private final double baseline;
  private final Consumer<Epoch> listener;
  private final Steps steps;
  private final Convergence convergence = new Convergence();
  private final long start = System.nanoTime();
  private final INDArray move;
  private final INDArray change;
  private final INDArray keptParameters;
  private Point here;
  private Point there;
  private Epoch kept;
  private Epoch last;
  private double length;
  private double distance = Double.POSITIVE_INFINITY;
  private double ceiling;
  private int evaluations;

  Descent(
      Trainer trainer,
      Objective training,
      Optional<Objective> validation,
      Penalty penalty,
      double baseline,
      Consumer<Epoch> listener) {
    this.limits = trainer.limits();
    this.training = training;
    this.validation = validation;
    this.penalty = penalty;
    this.baseline = baseline;
    this.listener = listener;
    this.steps = trainer.rule().start();
    int parameters = training.parameters();
    this.move = Vectors.zeros(parameters);
    this.change = Vectors.zeros(parameters);
    this.keptParameters = Vectors.zeros(parameters);
    this.here = new Point(parameters);
    this.there = new Point(parameters);
  }

  Fit run() {
    measure(here);
    ceiling = DIVERGED * Math.max(here.objective, baseline);
    record(OptionalDouble.empty());
    length = steps.first();
    Optional<Ending> ending = ending();
    while (ending.isEmpty()) {
      ending = step() ? ending() : Optional.of(Ending.EXHAUSTED);
    }
    return outcome(ending.get());
  }

  private void measure(Point point) {
    point.measure(training, penalty);
    evaluations++;
  }

  /** One epoch: trial steps until one is accepted. Returns whether one was. */
  private boolean step() {
    for (int trials = 0; trials < MOST_TRIALS; trials++) {
      there.stepFrom(here, length, penalty);
      measure(there);
      Trial trial = trial();
      OptionalDouble retry = steps.retry(trial);
      if (retry.isEmpty()) {
        Point left = here;
        here = there;
        there = left;
        convergence.learn(trial);
        record(OptionalDouble.of(length));
        length = steps.next(trial);
        return true;
      }
      length = retry.getAsDouble();
    }
    return false;
  }

  private Trial trial() {
    Vectors.copy(there.parameters, move);
    Vectors.add(-1, here.parameters, move);
    Vectors.copy(there.gradient, change);
    Vectors.add(-1, here.gradient, change);
    return new Trial(
        length,
        here.objective,
        there.objective,
        Vectors.dot(move, move),
        Vectors.dot(move, change),
        Vectors.dot(change, change));
  }

  /** Ends an epoch: measures what the log shows, keeps the best, tells the listener. */
  private void record(OptionalDouble learningRate) {
    double slope = penalty.slopeNorm(here.parameters, here.gradient);
    distance = convergence.distance(slope, penalty.weightNorm(here.parameters));
    OptionalDouble validationLoss =
        validation.isPresent()
            ? OptionalDouble.of(validation.get().loss(here.parameters))
            : OptionalDouble.empty();
    int number = last == null ? 0 : last.number() + 1;
    last = new Epoch(number, here.loss, here.objective, validationLoss, slope, learningRate);
    if (kept == null || quality(last) < quality(kept)) {
      keep();
    }
    listener.accept(last);
  }

  private static double quality(Epoch epoch) {
    return epoch.validationLoss().orElse(epoch.objective());
  }

  private void keep() {
    kept = last;
    Vectors.copy(here.parameters, keptParameters);
  }

  private Optional<Ending> ending() {
    if (!Double.isFinite(last.gradientNorm()) || !(last.objective() <= ceiling)) {
      return Optional.of(Ending.DIVERGED);
    }
    if (last.loss() <= PERFECT * baseline) {
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
    if (ending == Ending.CONVERGED && validation.isEmpty()) {
      keep();
    }
    double[] parameters = keptParameters.data().asDouble();
    return new Fit(
        DoubleStream.of(parameters).boxed().toList(), kept, last, ending, evaluations, distance);
  }
}
