package gdtrain.report.explanation;

import static gdtrain.report.NumberText.text;

import gdtrain.dataset.encoding.Unit;
import gdtrain.insight.RowLoss;
import gdtrain.loss.Formula;
import gdtrain.report.TextTable;
import gdtrain.report.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of one row and its slopes, written out for people.
 *
 * @param context of the explanation
 * @param loss of the row
 * @param mostClasses that are shown, those with the largest slopes
 */
record RowLossText(ExplanationContext context, RowLoss loss, int mostClasses) {

  private Formula formula() {
    return context.loss().formula();
  }

  /** From raw output to loss. */
  List<String> forward() {
    List<String> lines = new ArrayList<>();
    if (!context.classes()) {
      number(lines);
    } else if (loss.raw().size() > 1) {
      lines.add(context.text("loss.softmax", truth()));
      lines.addAll(classes());
    } else if (context.loss().probabilities()) {
      lines.add(
          context.text(
              "loss.probability", text(loss.predictions().get(0)), context.outputs(last()).get(0)));
      lines.add(context.text("loss.target", text(target()), truth()));
    } else {
      lines.add(context.text("loss.side", target() > 0 ? "1" : "-1", truth()));
    }
    lines.add("loss = %s = %s".formatted(formula().value(), text(loss.value())));
    return lines;
  }

  /** The slope of the loss with respect to the raw output. */
  List<String> back() {
    if (loss.raw().size() > 1) {
      return List.of(context.text("loss.slopes", formula().slope()));
    }
    double slope = loss.slopes().get(0);
    if (context.classes() || !identity()) {
      return List.of("dloss/draw = %s = %s".formatted(formula().slope(), text(slope)));
    }
    List<String> lines = new ArrayList<>();
    lines.add("dloss/dprediction = %s = %s".formatted(formula().slope(), text(loss.slope())));
    if (unit().isScaled()) {
      lines.add(
          "dloss/draw = %s x %s = %s"
              .formatted(text(loss.slope()), text(unit().scale()), text(slope)));
    }
    return lines;
  }

  private void number(List<String> lines) {
    double prediction = loss.predictions().get(0);
    double raw = loss.raw().get(0);
    if (!identity()) {
      lines.add(context.text("loss.exponential", text(prediction), text(target())));
      return;
    }
    String unit =
        unit().isScaled()
            ? "%s + %s x %s".formatted(text(unit().center()), text(unit().scale()), text(raw))
            : "raw";
    lines.add("prediction = %s = %s".formatted(unit, text(prediction)));
    lines.add(
        "r = prediction - truth = %s - %s = %s"
            .formatted(text(prediction), text(target()), text(prediction - target())));
  }

  private List<String> classes() {
    TextTable table = new TextTable();
    table.add(List.of("class", "raw", "exp(raw)", "p", "t", "dloss/draw"));
    List<String> names = context.outputs(last());
    int label = RowPrediction.label(loss.targets());
    List<Integer> shown = new ProductSum(loss.slopes(), loss.slopes()).largest(mostClasses);
    for (int k : shown) {
      double raw = loss.raw().get(k);
      double p = loss.predictions().get(k);
      double t = k == label ? 1 : 0;
      table.add(
          List.of(
              TextWidth.shortened(names.get(k), 24),
              text(raw),
              text(Math.exp(raw)),
              text(p),
              text(t),
              text(loss.slopes().get(k))));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (shown.size() < names.size()) {
      lines.add(context.text("more.classes", names.size() - shown.size()));
    }
    return lines;
  }

  private boolean identity() {
    return context.loss().rawOutput().equals("the number");
  }

  private Unit unit() {
    return context.schema().target().unit();
  }

  private int last() {
    return context.network().layers() - 1;
  }

  private double target() {
    return loss.targets().get(0);
  }

  private String truth() {
    return context.schema().target().classes().get(RowPrediction.label(loss.targets()));
  }
}
