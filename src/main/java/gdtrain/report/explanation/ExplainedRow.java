package gdtrain.report.explanation;

import gdtrain.insight.RowGradient;
import gdtrain.insight.RowLoss;
import gdtrain.insight.RowTrace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row, its prediction, and its part in the gradient, as printed.
 *
 * @param line of the CSV file
 * @param prediction and the truth
 * @param loss of the row, regardless of its weight
 * @param weight of the row
 * @param slope of the loss with respect to the prediction, or to the truth's raw output
 * @param pull weight x slope / total weight
 * @param share of {@code |pull|} in the sum over all rows
 */
public record ExplainedRow(
    long line,
    RowPrediction prediction,
    double loss,
    double weight,
    double slope,
    double pull,
    double share) {
  /** The row with its classes by name. */
  public static ExplainedRow of(
      ExplanationContext context, long line, RowGradient gradient, RowTrace trace) {
    RowLoss loss = trace.loss();
    return new ExplainedRow(
        line,
        RowPrediction.of(context, loss),
        loss.value(),
        trace.weight(),
        loss.slope(),
        gradient.size(),
        gradient.share());
  }

  /** The fields of a record by name; empty if not known. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", line);
    fields.put("truth", prediction.truth());
    fields.put("prediction", prediction.prediction());
    fields.put("probability", prediction.probability());
    fields.put("loss", loss);
    fields.put("weight", weight);
    fields.put("slope", slope);
    fields.put("pull", pull);
    fields.put("share", share);
    return fields;
  }
}
