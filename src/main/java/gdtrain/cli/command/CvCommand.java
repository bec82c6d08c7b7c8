package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.option.SpecFile;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.Gate;
import gdtrain.cli.output.PageFile;
import gdtrain.dataset.preparation.Folding;
import gdtrain.dataset.preparation.Folds;
import gdtrain.diagnosis.CrossValidationSummary;
import gdtrain.loss.Loss;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.report.FoldTable;
import gdtrain.report.HeldOutTable;
import gdtrain.report.page.FoldsReport;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.TrainingReport;
import gdtrain.run.Measurements;
import gdtrain.run.OutputFile;
import gdtrain.run.Session;
import gdtrain.run.selection.CrossValidation;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.FoldSettings;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** {@code gdtrain cv}: how good what fit would train is on rows it has not seen. */
public final class CvCommand implements CommandAction {
  private static final String WITH_CURVE = "with ⟦learning-curve⟧";

  @Override
  public Command command() {
    return Command.CV;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Cross-validates: trains on all folds but one, measures that one, repeats for each.",
        "stdout has CSV, fold,metric,value, with the figures of evaluate: rows, loss and, of numbers,"
            + " mse, rmse, mae, r2; of classes accuracy, balanced_accuracy and, of two, precision,"
            + " recall, f1, auc. Behind the last fold come the folds mean, each fold counting the same,"
            + " and sd, the standard deviation, divisor K-1 for K folds in all. An empty value is not"
            + " defined, as are all figures of a fold that diverged; then neither are mean and sd.",
        "",
        "Rows are dealt to the folds at random, class by class. Means, scales, what replaces a missing"
            + " cell: everything is fitted for each fold on the rows it learns from. --require is about"
            + " the means; converged means that every fold converged.",
        EXAMPLES,
        "gdtrain cv cars.csv --target mpg",
        "gdtrain cv iris.csv --l2 0.01 --folds 10 --repeats 3",
        "gdtrain cv iris.csv --require 'accuracy>=0.9' --metrics cv.json");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    if (values.get(Settings.LEARNING_CURVE)) {
      values.refuse(Settings.FOLD_PREDICTIONS, WITH_CURVE);
      values.refuse(Settings.CV_REPORT, WITH_CURVE);
    }
    Gate gate = Gate.ofMetrics(values, Settings.CV_FORCE);
    Optional<PageFile> page =
        PageFile.of(values, Settings.CV_REPORT, values.get(Settings.CV_FORCE));
    Optional<OutputFile> predictions =
        values
            .find(Settings.FOLD_PREDICTIONS)
            .map(
                name ->
                    OutputFile.of(name, Settings.FOLD_PREDICTIONS, values.get(Settings.CV_FORCE)));
    RunSettings settings = settings(values);
    Consumer<String> said = console.notes(values.get(Settings.QUIET));
    try (Session session =
        new Session(values, console.in(), page.map(p -> p.hearing(said)).orElse(said))) {
      Folding folding = FoldSettings.of(values, settings.random(), values.find(Settings.FOLD_SEED));
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      List<String> data = invocation.data();
      Table table = session.read(data, s -> settings.read(s, Optional.empty(), session.threads()));
      Folds folds =
          new Folds(table, settings.preparation(), settings.intercept(), folding, session.notes());
      Loss loss = settings.loss().loss(folds.target());
      folds.target().check(table, loss.targets().range());
      MetricNames names =
          MetricNames.ofFolds(folds.target().classes().size(), loss.probabilities());
      List<String> figures = gate.checked(names).figures(names);
      session.lint(folds.rows(), folds.schema(), settings);
      if (values.get(Settings.LEARNING_CURVE)) {
        long seed = values.find(Settings.FOLD_SEED).orElse(FoldSettings.SEED);
        return new LearningCurve(folds, settings, session, console).run(seed, figures, gate);
      }
      Optional<FoldsReport> report = page.map(p -> new FoldsReport());
      FoldTable csv = new FoldTable(folds.names(), console.out());
      CrossValidation validation = new CrossValidation(folds, settings);
      predictions.ifPresent(file -> validation.keepingPredictions());
      BiConsumer<String, Metrics> scores =
          (name, score) -> {
            csv.add(name, score);
            report.ifPresent(all -> all.add(name, score));
          };
      validation.run(
          session.workers(), new CvListener(session.notes(), session.verbose(), figures, scores));
      predictions.ifPresent(
          file -> file.write(out -> HeldOutTable.write(validation.predictions(), out)));
      Map<String, MeanAndDeviation> spreads = csv.finish();
      String constant = settings.loss().bestConstant(!folds.target().classes().isEmpty());
      List<String> notes = page.map(PageFile::heard).orElse(List.of());
      new CrossValidationSummary(validation, constant, spreads).lines().forEach(session.notes());
      report.ifPresent(
          all -> {
            String again = invocation.typed().text();
            Facts facts = TrainingReport.facts(table, settings.toTexts(), again);
            String target = folds.target().name();
            FoldsReport.End end = new FoldsReport.End(target, validation, spreads, notes, facts);
            page.get().write(language -> all.page(end, language));
          });
      Measurements measured = Measurements.ofFolds(validation.counts(), spreads);
      return close(measured, validation, new Closing(gate, session, console));
    }
  }

  private static RunSettings settings(SettingValues values) {
    if (values.isGiven(Settings.PATIENCE)) {
      throw new InvalidSetting(
          "⟦patience⟧ has no effect: no validation rows are watched in a fold");
    }
    if (values.isGiven(Settings.WARM_START)) {
      throw new InvalidSetting(
          "⟦warm-start⟧ is for fit and sweep: the model may have learned from the rows of a fold, which"
              + " would then be no test");
    }
    return RunSettings.of(
        values.isGiven(Settings.FOLD_SEED)
            ? values.with(Settings.SEED, values.texts(Settings.FOLD_SEED))
            : values);
  }

  /** What decides how the command ends, and hears of it. */
  record Closing(Gate gate, Session session, Console console) {}

  static int close(Measurements measured, CrossValidation validation, Closing closing) {
    if (validation.diverged() > 0) {
      closing.gate().write(() -> measured);
      closing
          .console()
          .say(
              "gdtrain: %d of %d folds diverged; fit with the same options says why, and what to try"
                  .formatted(validation.diverged(), validation.count()));
      return ExitCode.DIVERGED;
    }
    return closing.gate().close(() -> measured, closing.console(), closing.session().notes());
  }
}
