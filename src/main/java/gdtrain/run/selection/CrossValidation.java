package gdtrain.run.selection;

import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Folds;
import gdtrain.metric.Metrics;
import gdtrain.run.FoldRun;
import gdtrain.run.Measurements.FoldCounts;
import gdtrain.run.RunMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A training run for every fold, each on one thread. */
public final class CrossValidation {
  private final Folds folds;
  private final RunSettings settings;
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final List<Double> baselines = new ArrayList<>();
  private final List<HeldOut> predictions = new ArrayList<>();
  private final List<Metrics> training = new ArrayList<>();
  private final List<Metrics> test = new ArrayList<>();
  private boolean predicting;
  private boolean measuringTraining;
  private int converged;
  private int separated;
  private int lastEpoch;

  /** Follows a cross-validation; folds come in their order, one at a time. */
  public interface Listener {
    /** What is said of the run in a fold; called by the thread that trains it. */
    default String describe(TrainingRun run) {
      return "";
    }

    /** The figures that are measured besides those that always are. */
    default List<String> figures() {
      return List.of();
    }

    /**
     * A fold is done.
     *
     * @param run what {@link #describe} said
     * @param notes what was assumed in this fold
     * @param score of the rows held out; undefined if the run diverged
     */
    default void fold(String name, String run, List<String> notes, Metrics score) {
      // said to nobody
    }
  }

  private record Result(
      String fold,
      String run,
      Fit fit,
      boolean separated,
      Metrics score,
      Optional<Metrics> training,
      double baseline,
      Optional<HeldOut> predictions,
      List<String> notes) {}

  /** A cross-validation that has not begun. */
  public CrossValidation(Folds folds, RunSettings settings) {
    this.folds = folds;
    this.settings = settings;
  }

  /** This cross-validation, which keeps what it predicts for the rows that folds hold out. */
  public CrossValidation keepingPredictions() {
    predicting = true;
    return this;
  }

  /** This cross-validation, which measures the rows learned from, too. */
  public CrossValidation measuringTraining() {
    measuringTraining = true;
    return this;
  }

  /** Runs all folds. */
  public CrossValidation run(Workers workers, Listener listener) {
    List<Supplier<Result>> tasks =
        IntStream.range(0, count())
            .mapToObj(i -> (Supplier<Result>) () -> result(i, listener))
            .toList();
    InOrder.run(workers, tasks, result -> take(result, listener));
    return this;
  }

  private Result result(int index, Listener listener) {
    List<String> notes = new ArrayList<>();
    return FoldRun.of(
        folds, index, settings, notes::add, run -> result(index, run, notes, listener));
  }

  private Result result(int index, TrainingRun run, List<String> notes, Listener listener) {
    Fit fit = run.fit(epoch -> {});
    RunMetrics scores = run.scores(fit, listener.figures());
    UnaryOperator<Metrics> known =
        score -> fit.ending() == Ending.DIVERGED ? score.undefined() : score;
    String name = folds.names().get(index);
    return new Result(
        name,
        listener.describe(run),
        fit,
        run.separation(fit).isPresent(),
        known.apply(scores.test().orElseThrow()),
        measuringTraining ? Optional.of(known.apply(scores.training())) : Optional.empty(),
        run.baseline(),
        predicting ? Optional.of(HeldOut.of(name, run, fit)) : Optional.empty(),
        notes);
  }

  private void take(Result result, Listener listener) {
    endings.merge(result.fit().ending(), 1, Integer::sum);
    lastEpoch = Math.max(lastEpoch, result.fit().last().number());
    converged += result.fit().converged() ? 1 : 0;
    separated += result.separated() ? 1 : 0;
    baselines.add(result.baseline());
    result.predictions().ifPresent(predictions::add);
    result.training().ifPresent(training::add);
    test.add(result.score());
    listener.fold(result.fold(), result.run(), result.notes(), result.score());
  }

  /** How the folds are called, in order. */
  public List<String> names() {
    return folds.names();
  }

  /** How many folds there are. */
  public int count() {
    return folds.names().size();
  }

  /** How many folds there are, and how their runs ended. */
  public FoldCounts counts() {
    return new FoldCounts(count(), converged, diverged());
  }

  /** How often a run ended in each way. */
  public Map<Ending, Integer> endings() {
    return Collections.unmodifiableMap(endings);
  }

  /** The most epochs that a run took. */
  int lastEpoch() {
    return lastEpoch;
  }

  /** How many folds diverged. */
  public int diverged() {
    return endings.getOrDefault(Ending.DIVERGED, 0);
  }

  /** How many folds reached their minimum. */
  public int converged() {
    return converged;
  }

  /** In how many folds a linear model had no minimum, since it tells classes for certain. */
  public int separated() {
    return separated;
  }

  /**
   * What was predicted for the rows that each fold holds out, fold by fold; nothing unless {@link
   * #keepingPredictions} was called before the run.
   */
  public List<HeldOut> predictions() {
    return Collections.unmodifiableList(predictions);
  }

  /** Of the rows that each fold learned from, if {@link #measuringTraining}. */
  public List<Metrics> training() {
    return Collections.unmodifiableList(training);
  }

  /** Of the rows that each fold held out. */
  public List<Metrics> test() {
    return Collections.unmodifiableList(test);
  }

  /** The loss of the best constant prediction in every fold. */
  public List<Double> baselines() {
    return Collections.unmodifiableList(baselines);
  }
}
