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

  /**
   * Where figures and predictions go besides stdout.
   *
   * @param gate judges the means
   * @param page about the folds, if wanted
   * @param predictions out of fold, if wanted
   */
  private record Outputs(Gate gate, Optional<PageFile> page, Optional<OutputFile> predictions) {
    static Outputs of(SettingValues values) {
      if (values.get(Settings.LEARNING_CURVE)) {
        values.refuse(Settings.FOLD_PREDICTIONS, WITH_CURVE);
        values.refuse(Settings.CV_REPORT, WITH_CURVE);
      }
      boolean force = values.get(Settings.CV_FORCE);
      return new Outputs(
          Gate.ofMetrics(values, Settings.CV_FORCE),
          PageFile.of(values, Settings.CV_REPORT, force),
          values
              .find(Settings.FOLD_PREDICTIONS)
              .map(name -> OutputFile.of(name, Settings.FOLD_PREDICTIONS, force)));
    }

    /** What is told to people, which the page repeats. */
    Consumer<String> hearing(Consumer<String> said) {
      return page.map(p -> p.hearing(said)).orElse(said);
    }
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Outputs outputs = Outputs.of(values);
    RunSettings settings = settings(values);
    Consumer<String> said = outputs.hearing(console.notes(values.get(Settings.QUIET)));
    try (Session session = new Session(values, console.in(), said)) {
      Folding folding = FoldSettings.of(values, settings.random(), values.find(Settings.FOLD_SEED));
      if (values.get(Settings.PRINT_SPEC)) {
        console.out().append(SpecFile.text(invocation));
        return ExitCode.OK;
      }
      List<String> data = invocation.data();
      Table table = session.read(data, s -> settings.read(s, Optional.empty(), session.threads()));
      Folds folds =
          new Folds(table, settings.preparation(), settings.intercept(), folding, session.notes());
      Plan plan = new Plan(invocation, table, settings, folds);
      List<String> figures = plan.figures(outputs.gate());
      session.lint(folds.rows(), folds.schema(), settings);
      Closing closing = new Closing(outputs.gate(), session, console);
      if (values.get(Settings.LEARNING_CURVE)) {
        long seed = values.find(Settings.FOLD_SEED).orElse(FoldSettings.SEED);
        return new LearningCurve(folds, settings, closing).run(seed, figures);
      }
      return train(plan, figures, outputs, closing);
    }
  }

  /** What is cross-validated. */
  private record Plan(Invocation invocation, Table table, RunSettings settings, Folds folds) {
    /** The further figures that are asked for; refuses targets and requirements that do not fit. */
    List<String> figures(Gate gate) {
      Loss loss = settings.loss().loss(folds.target());
      folds.target().check(table, loss.targets().range());
      int classes = folds.target().classes().size();
      MetricNames names = MetricNames.ofFolds(classes, loss.probabilities());
      return gate.checked(names).figures(names);
    }

    /** What the best constant prediction is called. */
    String constant() {
      return settings.loss().bestConstant(!folds.target().classes().isEmpty());
    }
  }

  private static int train(Plan plan, List<String> figures, Outputs outputs, Closing closing) {
    Session session = closing.session();
    FoldTable csv = new FoldTable(plan.folds().names(), closing.console().out());
    CrossValidation validation = new CrossValidation(plan.folds(), plan.settings());
    outputs.predictions().ifPresent(file -> validation.keepingPredictions());
    validation.run(
        session.workers(), new CvListener(session.notes(), session.verbose(), figures, csv::add));
    outputs
        .predictions()
        .ifPresent(file -> file.write(out -> HeldOutTable.write(validation.predictions(), out)));
    Map<String, MeanAndDeviation> spreads = csv.finish();
    List<String> heard = outputs.page().map(PageFile::heard).orElse(List.of());
    new CrossValidationSummary(validation, plan.constant(), spreads)
        .lines()
        .forEach(session.notes());
    outputs.page().ifPresent(page -> write(page, plan, validation, spreads, heard));
    return close(Measurements.ofFolds(validation.counts(), spreads), validation, closing);
  }

  private static void write(
      PageFile page,
      Plan plan,
      CrossValidation validation,
      Map<String, MeanAndDeviation> spreads,
      List<String> heard) {
    String again = plan.invocation().typed().text();
    Facts facts = TrainingReport.facts(plan.table(), plan.settings().toTexts(), again);
    FoldsReport report =
        new FoldsReport(plan.folds().target().name(), validation, spreads, heard, facts);
    page.write(report::page);
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
