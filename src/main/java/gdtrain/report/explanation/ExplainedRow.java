package gdtrain.report.explanation;

import gdtrain.insight.RowGradient;
import gdtrain.insight.RowLoss;
import gdtrain.insight.RowTrace;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.run.PredictionMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A row, its prediction, and its part in the gradient, as printed.
 *
 * @param line of the CSV file
 * @param truth a number or a class
 * @param prediction a number or the class with the highest score
 * @param probability of the predicted class, where there is one
 * @param loss of the row, regardless of its weight
 * @param weight of the row
 * @param slope of the loss with respect to the prediction, or to the truth's raw output
 * @param pull weight x slope / total weight
 * @param share of {@code |pull|} in the sum over all rows
 */
public record ExplainedRow(
    long line,
    Object truth,
    Object prediction,
    OptionalDouble probability,
    double loss,
    double weight,
    double slope,
    double pull,
    double share) {
  /** The row with its classes by name. */
  public static ExplainedRow of(
      ExplanationContext context, long line, RowGradient gradient, RowTrace trace) {
    RowLoss loss = trace.loss();
    List<String> classes = context.schema().target().classes();
    Object truth = loss.targets().get(0);
    Object prediction = loss.predictions().get(0);
    OptionalDouble probability = OptionalDouble.empty();
    if (!classes.isEmpty()) {
      double[] scores = scores(context, loss.predictions());
      int best = ClassificationMetrics.mostProbable(scores, 0, classes.size());
      prediction = classes.get(best);
      truth = classes.get(label(loss.targets()));
      probability =
          context.loss().probabilities() ? OptionalDouble.of(scores[best]) : OptionalDouble.empty();
    }
    return new ExplainedRow(
        line,
        truth,
        prediction,
        probability,
        loss.value(),
        trace.weight(),
        loss.slope(),
        gradient.size(),
        gradient.share());
  }

  private static double[] scores(ExplanationContext context, List<Double> predictions) {
    double[] flat = predictions.stream().mapToDouble(Double::doubleValue).toArray();
    double[] scores = new double[context.schema().target().classes().size()];
    PredictionMetrics.scores(flat, 0, context.loss(), scores);
    return scores;
  }

  /** The index of a row's class. */
  static int label(List<Double> targets) {
    return targets.size() == 1 ? targets.get(0).intValue() : targets.indexOf(1.0);
  }

  /** The fields of a record by name; empty if not known. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", line);
    fields.put("truth", truth);
    fields.put("prediction", prediction);
    fields.put("probability", probability);
    fields.put("loss", loss);
    fields.put("weight", weight);
    fields.put("slope", slope);
    fields.put("pull", pull);
    fields.put("share", share);
    return fields;
  }
}
