package gdtrain.report.explanation;

import gdtrain.choice.VisibleText;
import gdtrain.insight.RowLoss;
import gdtrain.insight.StepForecast.Component.Direction;
import gdtrain.report.NumberText;
import gdtrain.report.TextTable;
import gdtrain.report.TextWidth;
import gdtrain.report.explanation.TracedRow.RowStep;
import gdtrain.report.explanation.TracedRow.Share;
import gdtrain.run.PredictionMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * One step of gradient descent on a row alone, for people: what it asks of every parameter, and
 * what becomes of the prediction.
 *
 * @param context of the explanation
 * @param row before the step
 * @param step that is taken
 */
public record RowStepText(ExplanationContext context, TracedRow row, RowStep step) {
  private static final int LONGEST_NAME = 24;

  /** The table of what is asked of the parameters, the strongest first. */
  List<String> table(List<Share> shares, TextStyle style) {
    TextTable table = new TextTable();
    table.add(
        Stream.of("parameter", "value", "says", "step", "next")
            .map(name -> context.text("column." + name))
            .toList());
    for (Share share : shares) {
      table.add(
          List.of(
              context.name(share.index()),
              NumberText.brief(share.value()),
              context.word(direction(share)),
              NumberText.brief(share.next() - share.value()),
              NumberText.brief(share.next())));
    }
    List<String> lines = new ArrayList<>(table.lines(style.width()));
    for (int i = 0; i < shares.size(); i++) {
      lines.set(i + 1, context.coloured(lines.get(i + 1), direction(shares.get(i)), style));
    }
    return lines;
  }

  private static Direction direction(Share share) {
    return Direction.against(share.gradient());
  }

  /** The update rule, in the unit in which targets are learned. */
  String heading() {
    double factor = context.factor();
    String unit =
        factor == 1
            ? ""
            : (factor > 1 ? " / " : " x ") + NumberText.text(Math.max(factor, 1 / factor));
    return context.text("row-step.heading", NumberText.text(step.rate()) + " x ", unit);
  }

  /** The rate of the step, and whether the run chose it. */
  private String rate() {
    String rate = NumberText.text(step.rate());
    return step.automatic() ? context.text("rate.auto", rate) : rate;
  }

  /** Such as {@code one step on this row alone at learning rate 0.1: 72 % dog becomes 61 % dog}. */
  public String sentence() {
    RowLoss before = row.trace().loss();
    String change = context.classes() ? classes(before) : number(before);
    boolean rises = step.after().loss().value() > before.value();
    return context.text("row-step", rate(), change) + (rises ? context.text("row-step.rises") : "");
  }

  private String number(RowLoss before) {
    List<String> numbers =
        distinct(
            before.predictions().get(0),
            step.after().loss().predictions().get(0),
            List.of(NumberText::brief, NumberText::text, Double::toString));
    return context.text(
        "row-step.number",
        numbers.get(0),
        numbers.get(1),
        NumberText.text(before.targets().get(0)),
        name(context.target()));
  }

  private String classes(RowLoss before) {
    List<String> classes = context.schema().target().classes();
    double[] scores = RowPrediction.scores(context, before);
    double[] next = RowPrediction.scores(context, step.after().loss());
    int best = PredictionMetrics.called(scores, context.schema().target());
    String truth = name(classes.get(RowPrediction.label(before.targets())));
    if (context.loss().probabilities()) {
      List<String> shares =
          distinct(100 * scores[best], 100 * next[best], List.of(p(0), p(1), p(2), p(4)));
      return context.text(
          "row-step.class", shares.get(0), shares.get(1), name(classes.get(best)), truth);
    }
    List<String> raw =
        distinct(scores[best], next[best], List.of(NumberText::brief, NumberText::text));
    return context.text("row-step.score", raw.get(0), raw.get(1), name(classes.get(best)), truth);
  }

  private static DoubleFunction<String> p(int digits) {
    return share -> ("%." + digits + "f").formatted(share);
  }

  /** Two numbers in as few digits as show that they differ. */
  private static List<String> distinct(
      double from, double to, List<DoubleFunction<String>> formats) {
    return formats.stream()
        .map(format -> List.of(format.apply(from), format.apply(to)))
        .filter(texts -> !texts.get(0).equals(texts.get(1)))
        .findFirst()
        .orElse(List.of(formats.get(0).apply(from), formats.get(0).apply(to)));
  }

  private static String name(String name) {
    return TextWidth.shortened(VisibleText.of(name), LONGEST_NAME);
  }
}
