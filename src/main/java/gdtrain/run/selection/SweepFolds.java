package gdtrain.run.selection;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Folds;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metrics;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.FoldSettings;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folds by which the runs of a sweep are compared, the same for all, prepared once. */
public final class SweepFolds {
  private final Folding folding;
  private final Table table;
  private final Map<RunSettings.Rows, Folds> folds = new HashMap<>();

  /**
   * What a run came to on the folds.
   *
   * @param names of the folds
   * @param scores of the rows that each fold holds out
   * @param spreads mean and standard deviation of every metric over the folds, by name
   * @param simplicity of the model
   */
  public record Score(
      List<String> names,
      List<Metrics> scores,
      Map<String, MeanAndDeviation> spreads,
      Simplicity simplicity) {
    /** Mean and standard deviation of the loss. */
    public MeanAndDeviation loss() {
      return spreads.get("loss");
    }

    /** The standard error of the mean loss. */
    public double error() {
      return loss().standardError(scores.size());
    }
  }

  /**
   * How simple a model is: the fewer parameters the simpler, of as many the one with the larger l1,
   * then the larger l2.
   *
   * @param parameters how many there are
   * @param l1 the factor of the absolute weights
   * @param l2 the factor of half the squared weights
   */
  public record Simplicity(int parameters, double l1, double l2) implements Comparable<Simplicity> {
    private static final Comparator<Simplicity> SIMPLEST_FIRST =
        Comparator.comparingInt(Simplicity::parameters)
            .thenComparing(Comparator.comparingDouble(Simplicity::l1).reversed())
            .thenComparing(Comparator.comparingDouble(Simplicity::l2).reversed());

    @Override
    public int compareTo(Simplicity other) {
      return SIMPLEST_FIRST.compare(this, other);
    }
  }

  /**
   * Cuts the rows of all runs.
   *
   * @throws InvalidSetting if runs would not share them
   */
  SweepFolds(List<SweepTrial> trials, Table table, Folding folding, Session session, Notes notes) {
    this.folding = folding;
    this.table = table;
    for (SweepTrial trial : trials) {
      folds.computeIfAbsent(trial.settings().rows(), key -> cut(trial.settings(), session, notes));
    }
  }

  private Folds cut(RunSettings settings, Session session, Notes notes) {
    Folds cut = new Folds(table, settings.preparation(), settings.intercept(), folding, notes);
    session.lint(cut.rows(), cut.schema(), settings, notes);
    return cut.keepingRows();
  }

  /** How many rows there are for each choice of columns, each number once. */
  long distinctRows() {
    return folds.values().stream().mapToInt(f -> f.rows().rows()).distinct().count();
  }

  /** What fits all rows, as some run has it. */
  Schema schema() {
    return folds.values().iterator().next().schema();
  }

  /** Does a run on all folds, one after the other. */
  Sweep.Outcome outcome(SweepTrial trial) {
    Folds cut = folds.get(trial.settings().rows());
    Simplicity[] simplicity = new Simplicity[1];
    CrossValidation.Listener listener =
        new CrossValidation.Listener() {
          @Override
          public String describe(TrainingRun run) {
            simplicity[0] =
                new Simplicity(
                    run.network().parameters(),
                    run.regularisation().l1(),
                    run.regularisation().l2());
            return "";
          }
        };
    CrossValidation validation = new CrossValidation(cut, trial.settings());
    try (Workers alone = new Workers(1)) {
      validation.run(alone, listener);
    }
    List<Metrics> scores = List.copyOf(validation.test());
    Score score = new Score(cut.names(), scores, MeanAndDeviation.byName(scores), simplicity[0]);
    double value = score.loss().mean();
    return new Sweep.Outcome(
        trial,
        ending(validation),
        validation.lastEpoch(),
        validation.diverged() > 0 || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value,
        Optional.of(score));
  }

  /** How the runs on the folds ended, the worst first. */
  private static Ending ending(CrossValidation validation) {
    return validation.diverged() > 0
        ? Ending.DIVERGED
        : validation.endings().keySet().stream()
            .filter(ending -> ending != Ending.CONVERGED)
            .findFirst()
            .orElse(Ending.CONVERGED);
  }

  /** The settings of a run on all rows. */
  RunSettings onAllRows(SweepTrial trial) {
    SettingValues values = FoldSettings.onAllRows(trial.settings().values(), folding, table);
    boolean drawn = trial.settings().random();
    return RunSettings.of(values.only(setting -> drawn || setting != Settings.SEED));
  }
}
