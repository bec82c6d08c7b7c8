package gdtrain.report.explanation;

import gdtrain.insight.RowLoss;
import gdtrain.insight.RowTrace;
import gdtrain.insight.RowTrace.Layer;
import gdtrain.insight.RowTrace.Unit;
import gdtrain.report.explanation.TracedRow.RowStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The chain rule for one row as JSON: every number, keys in a fixed order.
 *
 * @param context of the explanation
 * @param row and its trace
 */
public record RowTraceJson(ExplanationContext context, TracedRow row) {
  /** The fields. */
  public Map<String, Object> fields() {
    RowTrace trace = row.trace();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", row.line());
    fields.put("truth", truth());
    fields.put("weight", trace.weight());
    fields.put("total_weight", trace.totalWeight());
    fields.put("inputs", inputs());
    if (context.schema().offset().isPresent()) {
      fields.put("offset", trace.offset());
    }
    fields.put("layers", layers());
    fields.put("target_center", context.schema().target().unit().center());
    fields.put("target_scale", context.schema().target().unit().scale());
    fields.put("outputs", outputs(trace.loss()));
    fields.put("loss", trace.loss().value());
    fields.put("step", row.step().map(this::step).orElse(null));
    return fields;
  }

  private Map<String, Object> step(RowStep step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("learning_rate", step.rate());
    fields.put("automatic", step.automatic());
    fields.put("raw", step.after().loss().raw());
    fields.put("predictions", step.after().loss().predictions());
    fields.put("loss", step.after().loss().value());
    return fields;
  }

  private Object truth() {
    List<Double> targets = row.trace().loss().targets();
    return context.classes()
        ? context.schema().target().classes().get(RowPrediction.label(targets))
        : targets.get(0);
  }

  private List<Object> inputs() {
    List<Double> scaled = row.trace().layers().get(0).inputs();
    List<Object> inputs = new ArrayList<>();
    for (int i = 0; i < row.raw().size(); i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("input", context.schema().features().get(i).name());
      fields.put("raw", row.raw().get(i));
      fields.put("imputed", row.imputed().get(i));
      fields.put("scaled", scaled.get(i));
      inputs.add(fields);
    }
    return inputs;
  }

  private List<Object> layers() {
    List<Object> layers = new ArrayList<>();
    for (int layer = 0; layer < row.trace().layers().size(); layer++) {
      Layer trace = row.trace().layers().get(layer);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("layer", layer + 1);
      fields.put("activation", trace.activation());
      fields.put("inputs", context.inputs(layer));
      fields.put("values", trace.inputs());
      List<Object> units = new ArrayList<>();
      for (int unit = 0; unit < trace.units().size(); unit++) {
        units.add(unit(layer, unit));
      }
      fields.put("units", units);
      layers.add(fields);
    }
    return layers;
  }

  private Map<String, Object> unit(int layer, int unit) {
    Layer trace = row.trace().layers().get(layer);
    Unit u = trace.units().get(unit);
    List<Double> gradients = perInput(trace, i -> trace.gradient(unit, i));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", context.outputs(layer).get(unit));
    fields.put("weights", u.weights());
    fields.put("products", perInput(trace, i -> trace.product(unit, i)));
    fields.put("sum", u.sum());
    fields.put("value", u.value());
    fields.put("slope_of_value", u.behind());
    fields.put("derivative", u.derivative());
    fields.put("slope_of_sum", u.slope());
    fields.put("gradients", gradients);
    fields.put("parts", gradients.stream().map(g -> g * row.trace().share()).toList());
    fields.put(
        "mean_gradients",
        perInput(trace, i -> row.means().get(context.network().index(layer, i, unit))));
    fields.put(
        "next",
        row.step()
            .map(step -> step.after().layers().get(layer).units().get(unit).weights())
            .orElse(null));
    return fields;
  }

  private static List<Double> perInput(Layer trace, IntFunction<Double> number) {
    return IntStream.range(0, trace.inputs().size()).mapToObj(number).toList();
  }

  private List<Object> outputs(RowLoss loss) {
    List<String> names = context.outputs(context.network().layers() - 1);
    List<Object> outputs = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", names.get(k));
      fields.put("raw", loss.raw().get(k));
      fields.put("prediction", loss.predictions().get(k));
      fields.put("target", loss.targets().get(k));
      fields.put("slope", loss.slopes().get(k));
      outputs.add(fields);
    }
    return outputs;
  }
}
