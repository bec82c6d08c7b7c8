package gdtrain.report;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.Feature;
import gdtrain.insight.ChainRule;
import gdtrain.insight.LayerTrace;
import gdtrain.insight.UnitTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chain rule for one row, written out for people. Of many inputs, units or parameters those
 * with the largest products are shown.
 *
 * @param scene what is explained
 * @param row and its way through the network
 * @param width characters of a line
 */
public record ChainText(Scene scene, TracedRow row, int width) {
  private static final int MOST = 12;

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("line %d of %s, %s".formatted(row.line(), row.file(), scene.place()));
    lines.add(scene.units());
    lines.add("");
    lines.add("the inputs");
    inputs(lines);
    lines.add("");
    lines.add("forward: each unit is f(sum of weight x input)");
    forward(lines);
    new VerdictText(scene, rule().verdict()).forward().forEach(text -> lines.add("  " + text));
    lines.add("");
    lines.add("back: the slope of the loss with respect to each sum");
    new VerdictText(scene, rule().verdict()).back().forEach(text -> lines.add("  " + text));
    back(lines);
    lines.add("");
    lines.add("the gradient of this row: slope of the sum x input");
    lines.addAll(gradient());
    return lines;
  }

  private ChainRule rule() {
    return row.rule();
  }

  private void inputs(List<String> lines) {
    LayerTrace first = rule().layers().get(0);
    List<Feature> features = scene.features();
    Products products = new Products(first.inputs(), strengths(first));
    List<Integer> shown = products.largest(MOST).stream().filter(i -> i < features.size()).toList();
    TextTable table = new TextTable();
    table.add(List.of("input", "raw", "scaled"));
    for (int i : shown) {
      table.add(
          List.of(
              Paper.shortened(features.get(i).name(), width / 2),
              Figures.text(row.raw().get(i)),
              Products.number(first.inputs().get(i))));
    }
    lines.addAll(table.lines());
    more(lines, features.size() - shown.size(), "inputs");
  }

  /** How large the weights of each input are in all. */
  private static List<Double> strengths(LayerTrace layer) {
    return IntStream.range(0, layer.inputs().size())
        .mapToObj(i -> layer.units().stream().mapToDouble(u -> Math.abs(u.weights().get(i))).sum())
        .toList();
  }

  private static void more(List<String> lines, int left, String what) {
    if (left > 0) {
      lines.add("  and %,d more %s: --format json has all".formatted(left, what));
    }
  }

  private void forward(List<String> lines) {
    for (int layer = 0; layer < rule().layers().size(); layer++) {
      LayerTrace trace = rule().layers().get(layer);
      List<String> names = scene.outputs(layer);
      for (int unit : shownUnits(trace)) {
        boolean last = layer == rule().layers().size() - 1;
        UnitTrace u = trace.units().get(unit);
        String start =
            "  %s = %s".formatted(raw(names.get(unit), last), last ? "" : trace.activation() + "(");
        String end =
            last
                ? " = " + Products.number(u.sum())
                : ") = %s(%s) = %s"
                    .formatted(
                        trace.activation(), Products.number(u.sum()), Products.number(u.value()));
        lines.add(start + sum(u.weights(), trace.inputs(), start + end) + end);
      }
      more(lines, trace.units().size() - shownUnits(trace).size(), "units");
    }
  }

  private String raw(String name, boolean last) {
    String shown = Paper.shortened(name, width / 4);
    return last ? "raw " + shown : shown;
  }

  private String sum(List<Double> left, List<Double> right, String others) {
    return new Products(left, right).text(width - others.length());
  }

  /** The units that matter most for the loss. */
  private static List<Integer> shownUnits(LayerTrace layer) {
    return IntStream.range(0, layer.units().size())
        .boxed()
        .sorted(
            comparingDouble((Integer unit) -> Math.abs(layer.units().get(unit).slope())).reversed())
        .limit(MOST)
        .sorted()
        .toList();
  }

  private void back(List<String> lines) {
    for (int layer = rule().layers().size() - 2; layer >= 0; layer--) {
      LayerTrace trace = rule().layers().get(layer);
      LayerTrace behind = rule().layers().get(layer + 1);
      List<Double> slopes = behind.units().stream().map(UnitTrace::slope).toList();
      for (int unit : shownUnits(trace)) {
        UnitTrace u = trace.units().get(unit);
        List<Double> weights =
            behind.units().stream().map(next -> next.weights().get(unit)).toList();
        String start = "  %s: (".formatted(raw(scene.outputs(layer).get(unit), false));
        String end =
            ") x f' = %s x %s = %s"
                .formatted(
                    Products.number(u.behind()),
                    Products.number(u.derivative()),
                    Products.number(u.slope()));
        lines.add(start + sum(slopes, weights, start + end) + end);
      }
      more(lines, trace.units().size() - shownUnits(trace).size(), "units");
    }
  }

  private List<String> gradient() {
    List<TracedRow.Share> shares = row.shares(scene).stream().limit(MOST).toList();
    TextTable table = new TextTable();
    String part =
        "x %s/%s"
            .formatted(Products.number(rule().weight()), Products.number(rule().totalWeight()));
    table.add(List.of("parameter", "slope x input", "gradient", part, "all rows"));
    for (TracedRow.Share share : shares) {
      table.add(
          List.of(
              scene.name(share.index(), width / 3),
              "%s x %s".formatted(Products.number(share.slope()), Products.number(share.input())),
              Products.number(share.gradient()),
              Products.number(share.part()),
              Products.number(share.mean())));
    }
    List<String> lines = new ArrayList<>(table.lines());
    more(lines, scene.parameters().size() - shares.size(), "parameters");
    lines.add(
        "  all rows: the mean gradient of the loss%s"
            .formatted(scene.penalised() ? ", without the penalty" : ""));
    return lines;
  }
}
