package gdtrain.run;

import gdtrain.choice.EnumWord;
import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import gdtrain.model.Model;
import gdtrain.run.setting.Words;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was run and what came of it, for the model file. It holds nothing that differs between two
 * runs of the same settings on the same data: no time, no file name of an output, no number of
 * threads.
 */
public final class RunRecord {
  /** The name of the part that has the residuals of rows that were not learned from. */
  public static final String CALIBRATION = "calibration";

  private RunRecord() {}

  /**
   * The model of a run, with the record of what was run.
   *
   * @param table that was learned from
   * @param fit that did not diverge
   */
  public static Model model(TrainingRun run, Table table, Fit fit) {
    return model(run, table, fit, Map.of());
  }

  /** The model of a run whose record has more parts. */
  public static Model model(TrainingRun run, Table table, Fit fit, Map<String, Object> more) {
    Map<String, Object> record = of(table, run, fit, run.scores(fit));
    record.putAll(more);
    return new Model(run.schema(), run.network().hidden(), run.loss(), fit.parameters(), record);
  }

  private static Map<String, Object> of(Table table, TrainingRun run, Fit fit, RunMetrics scores) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("versions", versions());
    record.put("data", data(table, run));
    record.put("settings", run.settings().toMap());
    record.put("chosen", chosen(run));
    record.put("result", result(run, fit, scores));
    run.validationRows()
        .filter(rows -> run.classes() == 0)
        .map(rows -> HeldOutErrors.of(rows.residuals(fit.point())))
        .filter(HeldOutErrors::finite)
        .ifPresent(rows -> record.put(CALIBRATION, calibration("validation rows", rows)));
    return record;
  }

  /**
   * What a model keeps of a calibration.
   *
   * @param source which rows it is of
   */
  public static Map<String, Object> calibration(String source, HeldOutErrors calibration) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("source", source);
    part.put("rows", calibration.rows());
    part.put("residuals", calibration.residuals());
    return part;
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
    data.put("training_rows", run.weighedRows().rows());
    return data;
  }

  /** What settings came to that were left to the program, and that decide how descent goes. */
  private static Map<String, Object> chosen(TrainingRun run) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("task", EnumWord.of(run.schema().target().task()));
    chosen.put("loss", run.loss().name());
    chosen.put("l2", run.regularisation().l2());
    chosen.put("epochs", run.limits().epochs());
    Map<String, Object> settings = run.settings().toMap();
    chosen.keySet().removeIf(key -> !Words.isAuto(settings.get(key).toString()));
    chosen.put("descent", run.settings().descent().description());
    if (run.settings().threshold().filter(rule -> rule.fixed().isEmpty()).isPresent()) {
      run.schema().target().threshold().ifPresent(t -> chosen.put("threshold", t));
    }
    run.problem().batches().ifPresent(batches -> chosen.put("steps_per_epoch", batches.count()));
    return chosen;
  }

  private static Map<String, Object> result(TrainingRun run, Fit fit, RunMetrics scores) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ending", EnumWord.of(fit.ending()));
    result.put("epochs", fit.last().number());
    result.put("evaluations", fit.evaluations());
    result.put("log_trace", HexFormat.of().toHexDigits(fit.trace()));
    result.put("kept_epoch", fit.kept().number());
    result.put("loss", told(run, fit.kept().loss()));
    result.put("objective", told(run, fit.kept().objective()));
    fit.kept().validationLoss().ifPresent(l -> result.put("validation_loss", told(run, l)));
    scores.test().ifPresent(score -> result.put("test_loss", told(run, score.loss())));
    result.put("gradient_norm", told(run, fit.kept().gradientNorm()));
    result.put("baseline_loss", told(run, run.baseline()));
    result.put("training", metrics(scores.training()));
    scores.validation().ifPresent(score -> result.put("validation", metrics(score)));
    scores.test().ifPresent(score -> result.put("test", metrics(score)));
    return result;
  }

  /** A loss, or nothing where it is no number. */
  private static Double told(TrainingRun run, double loss) {
    double told = run.units().told(loss);
    return Double.isFinite(told) ? told : null;
  }

  /** The fields of the event {@code summary} of a log: the status, then the result as saved. */
  public static Map<String, Object> event(TrainingRun run, Fit fit, RunMetrics scores) {
    Map<String, Object> event = new LinkedHashMap<>();
    boolean diverged = fit.ending() == Ending.DIVERGED;
    event.put("status", status(fit.ending()));
    event.putAll(diverged ? divergence(run, fit) : result(run, fit, scores));
    return event;
  }

  /** The loss is the last one; the parameters are those of the best epoch, which are no result. */
  private static Map<String, Object> divergence(TrainingRun run, Fit fit) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ending", EnumWord.of(fit.ending()));
    result.put("epochs", fit.last().number());
    result.put("evaluations", fit.evaluations());
    result.put("kept_epoch", fit.kept().number());
    result.put("loss", fit.last().loss());
    result.put("baseline_loss", run.baseline());
    return result;
  }

  private static Map<String, Object> metrics(Metrics score) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Metric metric : score.quality()) {
      metrics.put(metric.name(), Double.isFinite(metric.value()) ? metric.value() : null);
    }
    return metrics;
  }

  /** A run's end in one word. */
  static String status(Ending ending) {
    return switch (ending) {
      case DIVERGED, INTERRUPTED -> EnumWord.of(ending);
      default -> "ok";
    };
  }
}
