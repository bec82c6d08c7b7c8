package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ScoredRows;
import gdtrain.metric.ThresholdRule;
import gdtrain.run.setting.RunSettings;
import gdtrain.train.Fit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** From which probability on a run's model predicts the positive class, where settings say it. */
public final class DecisionThreshold {
  private DecisionThreshold() {}

  /**
   * Refuses, before the work, a threshold that the run cannot have.
   *
   * @throws InvalidSetting with the reason
   */
  static void check(RunSettings settings, Target target, Loss loss) {
    Optional<ThresholdRule> rule = settings.threshold();
    if (rule.isEmpty()) {
      return;
    }
    check(target, loss);
    if (settings.dealsForThreshold() && settings.start().isPresent()) {
      throw new InvalidSetting(
          "⟦threshold⟧ %s with ⟦warm-start⟧ needs ⟦validation⟧: the model may have learned from all other rows"
              .formatted(rule.get().name()));
    }
  }

  /** Refuses a threshold where there are not two classes with probabilities. */
  public static void check(Target target, Loss loss) {
    int classes = target.classes().size();
    if (classes != 2) {
      throw new InvalidSetting(
          "⟦threshold⟧ is about two classes, and target '%s' %s"
              .formatted(
                  target.name(), classes == 0 ? "is a number" : "has %,d".formatted(classes)));
    }
    if (!loss.probabilities()) {
      throw new InvalidSetting(
          "⟦threshold⟧ is about probabilities, which the loss %s does not give"
              .formatted(loss.name()));
    }
  }

  /**
   * The run with its threshold; the run itself where none is asked for.
   *
   * @param fit that did not diverge
   * @param outOfFold predicts the rows learned from by models that have not seen them; asked only
   *     where the run has no validation rows
   * @param notes receives what was chosen
   */
  public static TrainingRun decide(
      TrainingRun run, Fit fit, Supplier<List<ScoredRows>> outOfFold, Consumer<String> notes) {
    Optional<ThresholdRule> rule = run.settings().threshold();
    if (rule.isEmpty()) {
      return run;
    }
    if (rule.get().fixed().isPresent()) {
      double given = rule.get().fixed().getAsDouble();
      notes.accept("threshold: %s %s on".formatted(positive(run), given));
      return run.deciding(given);
    }
    Optional<ScoredRows> watched = run.validationRows().map(rows -> rows.scored(fit.point()));
    List<ScoredRows> folds = watched.map(List::of).orElseGet(outOfFold);
    if (folds.isEmpty()) {
      notes.accept("warning: every fold diverged, so no threshold was chosen; it is 0.5");
      return run;
    }
    ThresholdRule.Chosen chosen = rule.get().choose(folds);
    notes.accept(
        "threshold: %s %s on, with the %s, %s, %s; 0.5 has %s"
            .formatted(
                positive(run),
                rounded(chosen.threshold()),
                rule.get().name(),
                rounded(Math.abs(chosen.value())),
                watched.isPresent()
                    ? "on the validation rows"
                    : "the mean of %d folds".formatted(folds.size()),
                rounded(Math.abs(chosen.usual()))));
    return run.deciding(chosen.threshold());
  }

  private static String positive(TrainingRun run) {
    return "'%s' from a probability of".formatted(run.schema().target().classes().get(1));
  }

  private static String rounded(double value) {
    return "%.4g".formatted(value);
  }
}
