package gdtrain.report.explanation;

import gdtrain.insight.RowLoss;
import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.run.PredictionMetrics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is predicted for a row, and what is true.
 *
 * @param truth a number or a class
 * @param prediction a number or the class that is called
 * @param probability of the predicted class, where there is one
 */
public record RowPrediction(Object truth, Object prediction, OptionalDouble probability) {
  /** The prediction with its classes by name. */
  public static RowPrediction of(ExplanationContext context, RowLoss loss) {
    List<String> classes = context.schema().target().classes();
    if (classes.isEmpty()) {
      return new RowPrediction(
          loss.targets().get(0), loss.predictions().get(0), OptionalDouble.empty());
    }
    double[] scores = scores(context, loss);
    int best = PredictionMetrics.called(scores, context.schema().target());
    return new RowPrediction(
        classes.get(label(loss.targets())),
        classes.get(best),
        context.loss().probabilities() ? OptionalDouble.of(scores[best]) : OptionalDouble.empty());
  }

  /** One score for every class. */
  static double[] scores(ExplanationContext context, RowLoss loss) {
    double[] flat = loss.predictions().stream().mapToDouble(Double::doubleValue).toArray();
    double[] scores = new double[context.schema().target().classes().size()];
    PredictionMetrics.scores(flat, 0, context.loss(), scores);
    return scores;
  }

  /** The index of a row's class. */
  static int label(List<Double> targets) {
    return targets.size() == 1 ? targets.get(0).intValue() : targets.indexOf(1.0);
  }

  /** The prediction in at most so many columns, such as {@code 59 % virginica}. */
  public String text(int room) {
    String certainty =
        probability.isEmpty() ? "" : "%.0f %% ".formatted(100 * probability.getAsDouble());
    return certainty + name(prediction, room - certainty.length());
  }

  /** What is true, in at most so many columns. */
  public String truthText(int room) {
    return name(truth, room);
  }

  private static String name(Object value, int room) {
    return value instanceof Double number
        ? NumberText.text(number)
        : TextWidth.shortened(value.toString(), room);
  }
}
