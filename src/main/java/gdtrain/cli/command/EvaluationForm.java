package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.output.Gate;
import gdtrain.metric.Bootstrap;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.metric.ScoredRows;
import gdtrain.report.EvaluationTable;
import gdtrain.run.AppliedModel;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What {@code evaluate} prints: the figures, with or without intervals, or one of the tables that
 * stand in their place.
 *
 * @param table that is asked for instead of the figures, if one is
 */
record EvaluationForm(
    Optional<Setting<?>> table,
    Optional<EvaluationTable.Curve> curve,
    Optional<Bootstrap> bootstrap) {
  /**
   * The form that is asked for.
   *
   * @throws InvalidSetting if two are, or one does not suit the model
   */
  static EvaluationForm of(SettingValues values, Gate gate, AppliedModel model) {
    List<Setting<?>> tables =
        Stream.<Setting<?>>of(Settings.CONFUSION, Settings.BY_CLASS, Settings.CURVE)
            .filter(setting -> values.find(setting).filter(v -> !v.equals(false)).isPresent())
            .toList();
    if (tables.size() > 1) {
      throw new InvalidSetting(
          "%s and %s do not go together: stdout has one table".formatted(tables.toArray()));
    }
    Optional<EvaluationTable.Curve> curve =
        values.isGiven(Settings.CURVE)
            ? Optional.of(Words.constant(EvaluationTable.Curve.class, Settings.CURVE, values))
            : Optional.empty();
    EvaluationForm form = new EvaluationForm(tables.stream().findFirst(), curve, bootstrap(values));
    form.check(values, gate);
    form.check(model);
    return form;
  }

  private static Optional<Bootstrap> bootstrap(SettingValues values) {
    values.checkCount(Settings.BOOTSTRAP);
    if (values.isGiven(Settings.BOOTSTRAP_SEED) && !values.isGiven(Settings.BOOTSTRAP)) {
      throw new InvalidSetting("⟦bootstrap-seed⟧ has no effect without ⟦bootstrap⟧");
    }
    long seed = values.find(Settings.BOOTSTRAP_SEED).orElse(42L);
    return values.find(Settings.BOOTSTRAP).map(n -> new Bootstrap(n, seed));
  }

  /** A table hides the figures, which then somebody else must ask for. */
  private void check(SettingValues values, Gate gate) {
    for (Setting<?> more : List.of(Settings.FIGURES, Settings.BOOTSTRAP)) {
      if (table.isPresent() && values.isGiven(more) && gate.isIdle()) {
        throw new InvalidSetting(
            "%s has no effect with %s, which is printed instead of the figures; ⟦metrics⟧ FILE has them"
                .formatted(more, table.get()));
      }
    }
  }

  private void check(AppliedModel model) {
    String target = model.schema().target().name();
    if (table.isPresent() && model.classes() == 0) {
      throw new InvalidSetting(
          "%s is about classes, and the model predicts a number, '%s'"
              .formatted(table.get(), target));
    }
    boolean calibration = curve.equals(Optional.of(EvaluationTable.Curve.CALIBRATION));
    if (calibration && !model.model().loss().probabilities()) {
      throw new InvalidSetting(
          "⟦curve⟧ calibration is about probabilities, which the loss %s does not give"
              .formatted(model.model().loss().name()));
    }
  }

  /** What can be asked of the metrics. */
  MetricNames names(AppliedModel model) {
    MetricNames names = MetricNames.ofRows(model.classes(), model.model().loss().probabilities());
    return bootstrap.isPresent() ? names.withIntervals() : names;
  }

  /** Whether the rows must be kept. */
  boolean keepsRows(List<String> figures) {
    return table.isPresent() || bootstrap.isPresent() || !figures.isEmpty();
  }

  /** The metrics with what is asked for besides. */
  Metrics complete(Metrics usual, List<String> figures, ScoredRows rows) {
    Metrics all = figures.isEmpty() ? usual : usual.with(figures, rows);
    return bootstrap.map(b -> all.with(b, rows)).orElse(all);
  }

  /** Says how the table is to be read. */
  void tell(Metrics score, Consumer<String> notes) {
    if (table.equals(Optional.of(Settings.CONFUSION))) {
      notes.accept("a row for every true class, a column for every predicted one");
    }
    bootstrap.ifPresent(
        b -> {
          notes.accept(
              "low and high: the middle 95 %% of %,d resamples of the rows (⟦bootstrap-seed⟧ %d)"
                  .formatted(b.resamples(), b.seed()));
          score
              .intervals()
              .forEach(
                  (name, interval) -> {
                    if (interval.defined() < b.resamples()) {
                      notes.accept(
                          "%s is not defined in %,d of the resamples, which are left out"
                              .formatted(name, b.resamples() - interval.defined()));
                    }
                  });
        });
  }

  /** The text for stdout. */
  CharSequence text(Metrics score, Optional<ScoredRows> rows, List<String> classes) {
    EvaluationTable empty = new EvaluationTable();
    if (table.isEmpty()) {
      return empty.figures(score).out();
    }
    ScoredRows kept = rows.orElseThrow();
    if (curve.isPresent()) {
      return empty.curve(curve.get(), kept, classes).out();
    }
    return table.get() == Settings.CONFUSION
        ? empty.confusion(kept.confusion(), classes).out()
        : empty.byClass(kept.confusion(), classes).out();
  }
}
