package gdtrain.cli;

import gdtrain.metric.Metric;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.Schedules;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What was run and what came of it, for the model file. It holds nothing that differs between two
 * runs of the same settings on the same data: no time, no file name of an output, no number of
 * threads.
 */
final class FitRecord {
  /** The headings of the option groups that decide the result. */
  private static final List<String> DECIDING =
      List.of("%nReading:%n", "%nColumns:%n", "%nModel and descent:%n", "%nValidation:%n");

  private FitRecord() {}

  static Map<String, Object> of(
      CommandSpec spec, Table table, TrainingRun run, Fit fit, FitSummary summary) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("versions", versions());
    record.put("data", data(table, run));
    record.put("settings", settings(spec));
    record.put("result", result(run, fit, summary));
    return record;
  }

  private static Map<String, Object> versions() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("gdtrain", Version.gdtrain());
    versions.put("nd4j", Version.nd4j());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  private static Map<String, Object> data(Table table, TrainingRun run) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", table.name());
    data.put("sha256", table.sha256());
    data.put("rows", table.rows());
    data.put("training_rows", run.trainingRows().rows());
    return data;
  }

  private static Map<String, Object> settings(CommandSpec spec) {
    Map<String, Object> settings = new LinkedHashMap<>();
    spec.argGroups().stream()
        .filter(group -> DECIDING.contains(group.heading()))
        .flatMap(group -> group.options().stream())
        .forEach(option -> put(settings, option));
    settings.computeIfPresent("optimizer", (key, text) -> Optimizers.CATALOG.complete("" + text));
    settings.computeIfPresent("schedule", (key, text) -> Schedules.CATALOG.complete("" + text));
    return settings;
  }

  private static void put(Map<String, Object> settings, OptionSpec option) {
    Object value = option.getValue();
    if (value != null && !value.equals("")) {
      settings.put(option.longestName().replaceFirst("^--(no-)?", ""), value);
    }
  }

  private static Map<String, Object> result(TrainingRun run, Fit fit, FitSummary summary) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ending", Words.word(fit.ending()));
    result.put("epochs", fit.last().number());
    result.put("evaluations", fit.evaluations());
    result.put("kept_epoch", fit.kept().number());
    result.put("loss", fit.kept().loss());
    result.put("objective", fit.kept().objective());
    fit.kept().validationLoss().ifPresent(loss -> result.put("validation_loss", loss));
    result.put("gradient_norm", fit.kept().gradientNorm());
    result.put("baseline_loss", run.baseline());
    result.put("training", figures(summary.quality()));
    run.validationQuality(fit).ifPresent(m -> result.put("validation", figures(m)));
    return result;
  }

  /** The fields of the event {@code summary} of a log: the status, then the result as saved. */
  static Map<String, Object> event(TrainingRun run, Fit fit, FitSummary summary) {
    Map<String, Object> event = new LinkedHashMap<>();
    boolean diverged = fit.ending() == Ending.DIVERGED;
    event.put("status", diverged ? "diverged" : "ok");
    event.putAll(diverged ? divergence(run, fit) : result(run, fit, summary));
    return event;
  }

  /** Nothing is kept of a diverged run, so the loss is the last one. */
  private static Map<String, Object> divergence(TrainingRun run, Fit fit) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ending", Words.word(fit.ending()));
    result.put("epochs", fit.last().number());
    result.put("evaluations", fit.evaluations());
    result.put("loss", fit.last().loss());
    result.put("baseline_loss", run.baseline());
    return result;
  }

  private static Map<String, Object> figures(List<Metric> metrics) {
    Map<String, Object> figures = new LinkedHashMap<>();
    metrics.forEach(m -> figures.put(m.name(), Double.isFinite(m.value()) ? m.value() : null));
    return figures;
  }
}
