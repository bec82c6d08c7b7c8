package gdtrain.run;

import gdtrain.choice.EnumWord;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metric;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.metric.Requirement;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command measured: as the file of {@code --metrics} has it, nested by the rows measured,
 * and flat, by the names that requirements use.
 */
public final class Measurements {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Double> metrics = new LinkedHashMap<>();

  private Measurements() {}

  /**
   * Of a command that measures other things than rows.
   *
   * @param fields nested, for the file
   * @param flat by the names of requirements
   */
  public static Measurements of(Map<String, Object> fields, Map<String, Double> flat) {
    Measurements measures = new Measurements();
    measures.fields.putAll(fields);
    measures.metrics.putAll(flat);
    return measures;
  }

  /** Of evaluated rows. */
  public static Measurements ofRows(Metrics score) {
    Measurements measures = new Measurements();
    measures.put("evaluation", "", score);
    return measures;
  }

  /** Of a training run; of one that diverged there is little to tell, since nothing is kept. */
  public static Measurements ofTraining(TrainingRun run, Fit fit, RunMetrics scores) {
    Measurements measures = new Measurements();
    if (!RunRecord.status(fit.ending()).equals("ok")) {
      measures.fields.put("status", RunRecord.status(fit.ending()));
    }
    measures.fields.put("ending", EnumWord.of(fit.ending()));
    measures.putConverged(fit.converged());
    measures.put("epochs", fit.last().number());
    measures.put("baseline_loss", run.units().told(run.baseline()));
    if (fit.ending() != Ending.DIVERGED) {
      measures.put("objective", run.units().told(fit.kept().objective()));
      measures.put("grad_norm", run.units().told(fit.kept().gradientNorm()));
      measures.put("train", "", scores.training());
      scores.validation().ifPresent(s -> measures.put("validation", MetricNames.VALIDATION, s));
      scores.test().ifPresent(s -> measures.put("test", MetricNames.TEST, s));
    }
    return measures;
  }

  /**
   * How many folds a cross-validation has, and how their runs ended.
   *
   * @param all how many there are
   * @param converged how many reached their minimum
   * @param diverged how many diverged
   */
  public record FoldCounts(int all, int converged, int diverged) {}

  /**
   * Of a cross-validation: metrics are means over the folds.
   *
   * @param spreads mean and standard deviation over the folds, by metric
   */
  public static Measurements ofFolds(FoldCounts folds, Map<String, MeanAndDeviation> spreads) {
    Measurements measures = new Measurements();
    if (folds.diverged() > 0) {
      measures.fields.put("status", "diverged");
    }
    Map<String, Double> means = new LinkedHashMap<>();
    Map<String, Double> deviations = new LinkedHashMap<>();
    spreads.forEach((name, spread) -> means.put(name, spread.mean()));
    spreads.forEach((name, spread) -> deviations.put(name, spread.deviation()));
    measures.putConverged(folds.converged() == folds.all());
    measures.fields.put("folds", folds.all());
    measures.fields.put("converged_folds", folds.converged());
    measures.fields.put("mean", means);
    measures.fields.put("sd", deviations);
    measures.metrics.putAll(means);
    return measures;
  }

  /** Puts in a section of its own, whose numbers go by their own names. */
  public void put(String section, Map<String, Object> nested, Map<String, Double> flat) {
    fields.put(section, nested);
    metrics.putAll(flat);
  }

  /** These, of a command that does not give what it was asked for. */
  public Measurements unmet() {
    fields.put("status", "unmet");
    return this;
  }

  private void putConverged(boolean converged) {
    fields.put("converged", converged);
    metrics.put(Requirement.CONVERGED, converged ? 1.0 : 0);
  }

  private void put(String name, Number value) {
    fields.put(name, value);
    metrics.put(name, value.doubleValue());
  }

  private void put(String section, String prefix, Metrics score) {
    Map<String, Object> nested = new LinkedHashMap<>();
    for (Metric metric : score.metrics()) {
      putNested(nested, prefix, metric.name(), metric.value());
    }
    nested.put("rows", score.rows()); // a whole number
    score
        .intervals()
        .forEach(
            (name, interval) -> {
              putNested(nested, prefix, name + "_low", interval.low());
              putNested(nested, prefix, name + "_high", interval.high());
            });
    fields.put(section, nested);
  }

  private void putNested(Map<String, Object> nested, String prefix, String name, double value) {
    nested.put(name, value);
    metrics.put(prefix + name, value);
  }

  /** Nested, by the names of the file. */
  public Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Flat, by the names of requirements. */
  public Map<String, Double> metrics() {
    return Collections.unmodifiableMap(metrics);
  }
}
