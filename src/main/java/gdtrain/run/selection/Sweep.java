package gdtrain.run.selection;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Loss;
import gdtrain.model.Model;
import gdtrain.run.RunRecord;
import gdtrain.run.Session;
import gdtrain.run.TargetUnits;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.StartModel;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The runs of a sweep, each on one thread, over tables that are read and prepared once. */
public final class Sweep {
  private final TargetUnits units;
  private final List<SweepTrial> trials;
  private final Table table;
  private final Session session;
  private final Map<String, Table> others = new HashMap<>();
  private final Map<RunSettings.Rows, Prepared> prepared = new HashMap<>();
  private final Optional<SweepFolds> folds;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Criterion criterion;
  private Optional<Best> best = Optional.empty();

  /** What runs are compared by. */
  public enum Criterion {
    /** The mean loss over folds. */
    MEAN_LOSS,
    /** The loss of the validation rows. */
    VALIDATION_LOSS,
    /** Loss plus penalty. */
    OBJECTIVE,
    /** The loss of the training rows. */
    LOSS;

    /** Its name in words. */
    public String text() {
      return EnumWord.of(this).replace('-', ' ');
    }
  }

  /** Follows a sweep. */
  public interface Listener<W extends Watcher> {
    /** Follows one run; called by the thread that trains it. */
    W start();

    /** A run is done; runs come in their order, one at a time. */
    void end(SweepTrial trial, W watcher);
  }

  /**
   * What came of a run: little, since there may be many.
   *
   * @param trial the run
   * @param ending why it ended
   * @param epochs its last epoch
   * @param value of the criterion; infinite if it diverged
   * @param score on folds, if runs are compared by them
   */
  public record Outcome(
      SweepTrial trial,
      Ending ending,
      int epochs,
      double value,
      Optional<SweepFolds.Score> score) {}

  /** A run with all that was made in it. */
  private record Best(Outcome outcome, TrainingRun run, Fit fit) {}

  /**
   * Prepares the rows.
   *
   * @param folding by which runs are compared, if they are by folds
   * @throws InvalidSetting if runs would not share them
   */
  public Sweep(List<SweepTrial> trials, Table table, Optional<Folding> folding, Session session) {
    this.trials = trials;
    this.table = table;
    this.session = session;
    Set<String> said = new HashSet<>();
    Notes once =
        new Notes() {
          @Override
          public void accept(String note) {
            if (said.add(note)) {
              session.notes().accept(note);
            }
          }

          @Override
          public void warn(String sentence) {
            if (said.add(sentence)) {
              session.notes().warn(sentence);
            }
          }
        };
    this.folds = folding.map(f -> new SweepFolds(trials, table, f, session, once));
    if (folds.isEmpty()) {
      trials.forEach(
          trial ->
              prepared.computeIfAbsent(
                  trial.settings().rows(), key -> prepare(trial.settings(), once)));
    }
    long rows =
        folds
            .map(SweepFolds::distinctRows)
            .orElseGet(
                () ->
                    prepared.values().stream()
                        .mapToInt(p -> p.training().rows())
                        .distinct()
                        .count());
    if (rows > 1) {
      throw new InvalidSetting(
          "the runs would not learn from the same rows, so their losses could not be compared:"
              + " ⟦missing⟧ drop leaves out others where other columns are used");
    }
    this.criterion = criterion();
    session.doubt(trials.get(0).settings().start().flatMap(StartModel::doubt));
    this.units = checkedTargets();
    session.warn(units);
  }

  private Prepared prepare(RunSettings settings, Notes notes) {
    Prepared rows =
        settings.prepare(
            table,
            name -> others.computeIfAbsent(name, n -> session.readOther(settings, table, n)),
            notes);
    session.lint(rows.tables().training(), rows.schema(), settings, notes);
    return rows;
  }

  /** The target's units; refuses one that the loss, which is that of all runs, cannot take. */
  private TargetUnits checkedTargets() {
    Target target =
        folds
            .map(SweepFolds::schema)
            .orElseGet(() -> prepared.values().iterator().next().schema())
            .target();
    Loss loss = trials.get(0).settings().loss().loss(target);
    Stream.concat(Stream.of(table), others.values().stream())
        .forEach(rows -> target.check(rows, loss.targets().range()));
    return TargetUnits.of(target, loss);
  }

  /** The name of what is predicted. */
  public String target() {
    return units.target().name();
  }

  /** Does all runs. */
  public <W extends Watcher> Sweep run(Listener<W> listener) {
    List<Supplier<Runnable>> tasks =
        trials.stream().map(trial -> (Supplier<Runnable>) () -> outcome(trial, listener)).toList();
    InOrder.run(session.workers(), tasks, Runnable::run);
    return this;
  }

  /**
   * Does all runs on folds.
   *
   * @param each receives what every run came to, in their order, one at a time
   */
  public Sweep runOnFolds(BiConsumer<SweepTrial, SweepFolds.Score> each) {
    List<Supplier<Outcome>> tasks =
        trials.stream()
            .map(trial -> (Supplier<Outcome>) () -> folds.orElseThrow().outcome(trial))
            .toList();
    InOrder.run(
        session.workers(),
        tasks,
        outcome -> {
          each.accept(outcome.trial(), outcome.score().orElseThrow());
          outcomes.add(outcome);
        });
    return this;
  }

  /** Whether there are rows that are watched. */
  public boolean validated() {
    return prepared.values().stream().anyMatch(p -> p.validation().isPresent());
  }

  /** Whether losses can be told in the target's unit. */
  public boolean told() {
    return units.scaled().exact();
  }

  /** Whether a run may have a penalty. */
  public boolean penalised() {
    return trials.stream().anyMatch(SweepTrial::penalised);
  }

  /** Does a run; the result is what is left to do when its turn has come. */
  private <W extends Watcher> Runnable outcome(SweepTrial trial, Listener<W> listener) {
    W watcher = listener.start();
    try (Workers alone = new Workers(1)) {
      TrainingRun run =
          new TrainingRun(prepared.get(trial.settings().rows()), trial.settings(), alone);
      Fit fit = run.fit(watcher);
      return () -> {
        listener.end(trial, watcher);
        take(trial, run, fit);
      };
    }
  }

  private void take(SweepTrial trial, TrainingRun run, Fit fit) {
    boolean diverged = fit.ending() == Ending.DIVERGED;
    double value = diverged ? Double.POSITIVE_INFINITY : value(fit.kept());
    Outcome outcome =
        new Outcome(trial, fit.ending(), fit.last().number(), value, Optional.empty());
    outcomes.add(outcome);
    if (!diverged && best.stream().noneMatch(b -> b.outcome().value() <= value)) {
      best = Optional.of(new Best(outcome, run, fit));
    }
  }

  private double value(Epoch epoch) {
    return switch (criterion) {
      case MEAN_LOSS -> throw new IllegalStateException("no epoch has it");
      case VALIDATION_LOSS -> epoch.validationLoss().orElseThrow();
      case OBJECTIVE -> epoch.objective();
      case LOSS -> epoch.loss();
    };
  }

  /** What runs are compared by; objectives with different penalties cannot be. */
  private Criterion criterion() {
    if (folds.isPresent()) {
      return Criterion.MEAN_LOSS;
    }
    boolean onePenalty = trials.stream().allMatch(t -> t.penalisedAs(trials.get(0)));
    return validated()
        ? Criterion.VALIDATION_LOSS
        : onePenalty && trials.get(0).penalised() ? Criterion.OBJECTIVE : Criterion.LOSS;
  }

  /** What runs are compared by. */
  public Criterion comparedBy() {
    return criterion;
  }

  /** How many runs diverged. */
  public long diverged() {
    return outcomes.stream().filter(o -> o.ending() == Ending.DIVERGED).count();
  }

  /** What came of all runs, the best first. */
  public List<Outcome> ranking() {
    List<Outcome> order = new ArrayList<>(outcomes);
    order.sort(Comparator.comparingDouble(Outcome::value));
    return order;
  }

  /** The best run; none if all diverged. */
  public Optional<SweepTrial> best() {
    return lowest().map(Outcome::trial);
  }

  /** Of equal ones the first. */
  private Optional<Outcome> lowest() {
    return ranking().stream().findFirst().filter(o -> Double.isFinite(o.value()));
  }

  /**
   * The simplest run whose mean loss is within one standard error of the best; none if that is the
   * best itself, or runs are not compared by folds.
   */
  public Optional<Outcome> simplest() {
    Optional<Outcome> best = lowest().filter(o -> o.score().isPresent());
    if (best.isEmpty()) {
      return Optional.empty();
    }
    double most = best.get().value() + best.get().score().orElseThrow().error();
    return ranking().stream()
        .filter(o -> o.value() <= most)
        .min(Comparator.comparing(Sweep::simplicity))
        .filter(o -> simplicity(o).compareTo(simplicity(best.get())) < 0);
  }

  private static SweepFolds.Simplicity simplicity(Outcome outcome) {
    return outcome.score().orElseThrow().simplicity();
  }

  /** The settings that train a run on all rows, without what only compares runs. */
  public RunSettings onAllRows(SweepTrial trial) {
    return folds.map(f -> f.onAllRows(trial)).orElse(trial.settings());
  }

  /** The model of the best run, as {@code fit} would make it; none if all diverged. */
  public Optional<Model> model() {
    return folds.isPresent()
        ? best().map(this::fitted)
        : best.map(b -> RunRecord.model(b.run(), table, b.fit()));
  }

  private Model fitted(SweepTrial trial) {
    RunSettings settings = onAllRows(trial);
    Prepared rows = settings.prepare(table, name -> table, note -> {});
    TrainingRun run = new TrainingRun(rows, settings, session.workers());
    return RunRecord.model(run, table, run.fit(epoch -> {}));
  }
}
