package gdtrain.cli;

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
final class Measures {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private Measures() {}

  /** Of evaluated rows. */
  static Measures ofRows(Metrics score) {
    Measures measures = new Measures();
    measures.put("evaluation", "", score);
    return measures;
  }

  /** Of a training run; of one that diverged there is little to tell, since nothing is kept. */
  static Measures ofTraining(Fit fit, Scores scores, double baseline) {
    Measures measures = new Measures();
    if (!status(fit.ending()).equals("ok")) {
      measures.fields.put("status", status(fit.ending()));
    }
    measures.fields.put("ending", Words.word(fit.ending()));
    measures.putConverged(fit.ending().converged());
    measures.put("epochs", fit.last().number());
    measures.put("baseline_loss", baseline);
    if (fit.ending() != Ending.DIVERGED) {
      measures.put("objective", fit.kept().objective());
      measures.put("grad_norm", fit.kept().gradientNorm());
      measures.put("train", "", scores.training());
      scores.validation().ifPresent(s -> measures.put("validation", MetricNames.VALIDATION, s));
      scores.test().ifPresent(s -> measures.put("test", MetricNames.TEST, s));
    }
    return measures;
  }

  /** Of a cross-validation: figures are means over the folds. */
  static Measures ofFolds(CrossValidation folds) {
    Measures measures = new Measures();
    if (folds.diverged() > 0) {
      measures.fields.put("status", "diverged");
    }
    measures.putConverged(folds.converged() == folds.count());
    measures.fields.put("folds", folds.count());
    measures.fields.put("converged_folds", folds.converged());
    measures.fields.put("mean", folds.figures(MeanAndDeviation::mean));
    measures.fields.put("sd", folds.figures(MeanAndDeviation::deviation));
    measures.figures.putAll(folds.figures(MeanAndDeviation::mean));
    return measures;
  }

  private void putConverged(boolean converged) {
    fields.put("converged", converged);
    figures.put(Requirement.CONVERGED, converged ? 1.0 : 0);
  }

  /** A run's end in one word. */
  static String status(Ending ending) {
    return switch (ending) {
      case DIVERGED, INTERRUPTED -> Words.word(ending);
      default -> "ok";
    };
  }

  private void put(String name, Number value) {
    fields.put(name, value);
    figures.put(name, value.doubleValue());
  }

  private void put(String section, String prefix, Metrics score) {
    Map<String, Object> nested = new LinkedHashMap<>();
    for (Metric metric : score.metrics()) {
      nested.put(metric.name(), metric.value());
      figures.put(prefix + metric.name(), metric.value());
    }
    nested.put("rows", score.rows()); // a whole number
    fields.put(section, nested);
  }

  /** Nested, by the names of the file. */
  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Flat, by the names of requirements. */
  Map<String, Double> figures() {
    return Collections.unmodifiableMap(figures);
  }
}
