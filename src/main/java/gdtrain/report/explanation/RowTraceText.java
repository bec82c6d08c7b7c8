package gdtrain.report.explanation;

import static java.util.Comparator.comparingDouble;

import gdtrain.dataset.encoding.Feature;
import gdtrain.insight.RowTrace;
import gdtrain.insight.RowTrace.Layer;
import gdtrain.insight.RowTrace.Unit;
import gdtrain.report.NumberText;
import gdtrain.report.TextTable;
import gdtrain.report.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The chain rule for one row, written out for people. Of many inputs, units or parameters only
 * those with the largest products are shown.
 *
 * @param context of the explanation
 * @param row and its trace
 * @param style of the text
 */
public record RowTraceText(ExplanationContext context, TracedRow row, TextStyle style) {
  private static final int MOST = 12;
  private static final int MOST_UNITS = 8;

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(context.text("row.title", row.line(), row.file(), context.place()));
    lines.add(context.text("row.target", context.target(), context.loss().name()));
    lines.addAll(context.units());
    lines.add("");
    lines.add(context.text("row.inputs"));
    inputs(lines);
    lines.add("");
    lines.addAll(forward());
    lines.add("");
    lines.addAll(back());
    lines.add("");
    lines.add(context.text("row.gradient"));
    gradient(lines);
    row.step().ifPresent(step -> step(new RowStepText(context, row, step), lines));
    return lines;
  }

  /** From the inputs to the loss. */
  public List<String> forward() {
    RowLossText loss = new RowLossText(context, trace().loss(), MOST);
    List<String> lines = new ArrayList<>();
    lines.add(context.text("row.forward"));
    for (int layer = 0; layer < layers().size(); layer++) {
      forward(layer, lines);
    }
    loss.forward().forEach(line -> formula(line, lines));
    return lines;
  }

  /** From the loss back through all layers. */
  public List<String> back() {
    RowLossText loss = new RowLossText(context, trace().loss(), MOST);
    List<String> lines = new ArrayList<>();
    lines.add(context.text("row.back"));
    loss.back().forEach(line -> formula(line, lines));
    for (int layer = layers().size() - 2; layer >= 0; layer--) {
      back(layer, lines);
    }
    return lines;
  }

  /**
   * From the raw output to the loss, and its slope.
   *
   * @param mostClasses that are shown
   */
  public List<String> lossLines(int mostClasses) {
    RowLossText loss = new RowLossText(context, trace().loss(), mostClasses);
    List<String> lines = new ArrayList<>();
    loss.forward().forEach(line -> formula(line, lines));
    loss.back().forEach(line -> formula(line, lines));
    return lines;
  }

  /** What is predicted, and what is true. */
  public RowPrediction prediction() {
    return RowPrediction.of(context, trace().loss());
  }

  /** How the loss of the row changes with the prediction, or the raw output, of {@link #moved}. */
  public double slope() {
    boolean one = context.classes() && trace().loss().raw().size() == 1;
    return one ? trace().loss().slopes().get(0) : trace().loss().slope();
  }

  /** The target; where classes are predicted, the one whose raw output has the slope. */
  public String moved() {
    List<String> outputs = context.outputs(layers().size() - 1);
    return outputs.size() == 1 ? outputs.get(0) : prediction().truth().toString();
  }

  /** The inputs before scaling, such as {@code weight_kg 9.4}. */
  public List<String> rawInputs() {
    return IntStream.range(0, row.raw().size())
        .mapToObj(
            i ->
                context.schema().features().get(i).name() + " " + NumberText.text(row.raw().get(i)))
        .toList();
  }

  /** What a step on the row alone asks of the parameters, the strongest first. */
  public List<String> asks(int most) {
    List<TracedRow.Share> shares = row.shares(context.network()).stream().limit(most).toList();
    return row.step()
        .map(step -> new RowStepText(context, row, step).table(shares, style))
        .orElse(List.of());
  }

  /** What the step makes of the prediction, if the run has a learning rate. */
  public Optional<String> stepSentence() {
    return row.step().map(step -> new RowStepText(context, row, step).sentence());
  }

  private RowTrace trace() {
    return row.trace();
  }

  private List<Layer> layers() {
    return trace().layers();
  }

  private void formula(String line, List<String> lines) {
    TextWidth.wrapped("  " + line, style.width()).forEach(lines::add);
  }

  private void more(int left, String what, List<String> lines) {
    if (left > 0) {
      lines.add("  " + context.text("more." + what, left));
    }
  }

  private void inputs(List<String> lines) {
    Layer first = layers().get(0);
    List<Feature> features = context.schema().features();
    List<Double> values = first.inputs().subList(0, features.size());
    List<Integer> shown = new ProductSum(values, strengths(first)).largest(MOST);
    TextTable table = new TextTable();
    table.add(headings("input", "raw", "scaled"));
    for (int i : shown) {
      table.add(
          List.of(
              features.get(i).name(),
              row.imputed().get(i)
                  ? context.text("row.imputed", NumberText.text(row.raw().get(i)))
                  : NumberText.text(row.raw().get(i)),
              NumberText.brief(values.get(i))));
    }
    lines.addAll(table.lines(style.width()));
    more(features.size() - shown.size(), "inputs", lines);
  }

  /** The sum of the absolute weights of each input. */
  private static List<Double> strengths(Layer layer) {
    return IntStream.range(0, layer.inputs().size())
        .mapToObj(i -> layer.units().stream().mapToDouble(u -> Math.abs(u.weights().get(i))).sum())
        .toList();
  }

  private void forward(int layer, List<String> lines) {
    Layer trace = layers().get(layer);
    boolean last = layer == layers().size() - 1;
    List<Integer> shown = strongest(trace);
    for (int unit : shown) {
      Unit u = trace.units().get(unit);
      String name = context.outputs(layer).get(unit);
      String sum = new ProductSum(u.weights(), trace.inputs()).text();
      if (last && trace().offset() != 0) {
        sum =
            "%s + %s".formatted(context.text("row.offset", NumberText.text(trace().offset())), sum);
      }
      String value = NumberText.brief(last ? trace().loss().raw().get(unit) : u.sum());
      formula(
          last
              ? "raw %s = %s = %s".formatted(name, sum, value)
              : "%s = %s(%s) = %2$s(%s) = %s"
                  .formatted(name, trace.activation(), sum, value, NumberText.brief(u.value())),
          lines);
    }
    more(trace.units().size() - shown.size(), "units", lines);
  }

  /** The units that matter most for the loss, in order. */
  private static List<Integer> strongest(Layer layer) {
    return IntStream.range(0, layer.units().size())
        .boxed()
        .sorted(
            comparingDouble((Integer unit) -> Math.abs(layer.units().get(unit).slope())).reversed())
        .limit(MOST_UNITS)
        .sorted()
        .toList();
  }

  /** {@code slope = (sum of next layer's slope x weight) x f'(sum)}. */
  private void back(int layer, List<String> lines) {
    Layer trace = layers().get(layer);
    Layer behind = layers().get(layer + 1);
    List<Double> slopes = behind.units().stream().map(Unit::slope).toList();
    List<Integer> shown = strongest(trace);
    for (int unit : shown) {
      Unit u = trace.units().get(unit);
      List<Double> weights = behind.units().stream().map(v -> v.weights().get(unit)).toList();
      formula(
          "by %s = (%s) x %s'(%s) = %s x %s = %s"
              .formatted(
                  context.outputs(layer).get(unit),
                  new ProductSum(slopes, weights).text(),
                  trace.activation(),
                  NumberText.brief(u.sum()),
                  NumberText.brief(u.behind()),
                  NumberText.brief(u.derivative()),
                  NumberText.brief(u.slope())),
          lines);
    }
    more(trace.units().size() - shown.size(), "units", lines);
  }

  private List<TracedRow.Share> shares() {
    return row.shares(context.network()).stream().limit(MOST).toList();
  }

  private void step(RowStepText step, List<String> lines) {
    lines.add("");
    lines.add(step.heading());
    lines.addAll(step.table(shares(), style));
    TextWidth.broken(step.sentence(), style.width()).lines().forEach(lines::add);
  }

  private void gradient(List<String> lines) {
    List<TracedRow.Share> shares = shares();
    TextTable table = new TextTable();
    table.add(headings("parameter", "product", "gradient", "part", "mean"));
    for (TracedRow.Share share : shares) {
      table.add(
          List.of(
              context.name(share.index()),
              "%s x %s".formatted(NumberText.brief(share.slope()), NumberText.brief(share.input())),
              NumberText.brief(share.gradient()),
              NumberText.brief(share.part()),
              NumberText.brief(share.mean())));
    }
    lines.addAll(table.lines(style.width()));
    more(context.parameters().size() - shares.size(), "parameters", lines);
    lines.add(
        context.text(
            context.penalised() ? "row.part-of-loss" : "row.part",
            NumberText.text(trace().weight()),
            NumberText.text(trace().totalWeight())));
  }

  private List<String> headings(String... columns) {
    return Stream.of(columns).map(name -> context.text("column." + name)).toList();
  }
}
