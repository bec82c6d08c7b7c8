package gdtrain.report;

import gdtrain.insight.LayerTrace;
import gdtrain.insight.RowLoss;
import gdtrain.insight.RowTrace;
import gdtrain.insight.UnitTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The chain rule for one row as JSON: every number, keys in a fixed order.
 *
 * @param scene what is explained
 * @param row and its way through the network
 */
public record RowTraceJson(ExplanationContext scene, TracedRow row) {
  /** The fields. */
  public Map<String, Object> fields() {
    RowTrace rule = row.rule();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", row.line());
    fields.put("truth", truth());
    fields.put("weight", rule.weight());
    fields.put("total_weight", rule.totalWeight());
    fields.put("inputs", inputs());
    fields.put("layers", layers());
    fields.put("target_center", scene.schema().target().unit().center());
    fields.put("target_scale", scene.schema().target().unit().scale());
    fields.put("outputs", outputs(rule.verdict()));
    fields.put("loss", rule.verdict().loss());
    return fields;
  }

  private Object truth() {
    List<Double> targets = row.rule().verdict().targets();
    return scene.classes()
        ? scene.schema().target().classes().get(ExplainedRow.label(targets))
        : targets.get(0);
  }

  private List<Object> inputs() {
    List<Double> scaled = row.rule().layers().get(0).inputs();
    List<Object> inputs = new ArrayList<>();
    for (int i = 0; i < row.raw().size(); i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("input", scene.schema().features().get(i).name());
      fields.put("raw", row.raw().get(i));
      fields.put("imputed", row.imputed().get(i));
      fields.put("scaled", scaled.get(i));
      inputs.add(fields);
    }
    return inputs;
  }

  private List<Object> layers() {
    List<Object> layers = new ArrayList<>();
    for (int layer = 0; layer < row.rule().layers().size(); layer++) {
      LayerTrace trace = row.rule().layers().get(layer);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("layer", layer + 1);
      fields.put("activation", trace.activation());
      fields.put("inputs", scene.inputs(layer));
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
    LayerTrace trace = row.rule().layers().get(layer);
    UnitTrace u = trace.units().get(unit);
    List<Double> gradients = perInput(trace, i -> trace.gradient(unit, i));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", scene.outputs(layer).get(unit));
    fields.put("weights", u.weights());
    fields.put("products", perInput(trace, i -> trace.product(unit, i)));
    fields.put("sum", u.sum());
    fields.put("value", u.value());
    fields.put("slope_of_value", u.behind());
    fields.put("derivative", u.derivative());
    fields.put("slope_of_sum", u.slope());
    fields.put("gradients", gradients);
    fields.put("parts", gradients.stream().map(g -> g * row.rule().share()).toList());
    fields.put(
        "mean_gradients",
        perInput(trace, i -> row.means().get(scene.network().index(layer, i, unit))));
    return fields;
  }

  private static List<Double> perInput(LayerTrace trace, IntFunction<Double> number) {
    return IntStream.range(0, trace.inputs().size()).mapToObj(number).toList();
  }

  private List<Object> outputs(RowLoss verdict) {
    List<String> names = scene.outputs(scene.network().layers() - 1);
    List<Object> outputs = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", names.get(k));
      fields.put("raw", verdict.raw().get(k));
      fields.put("prediction", verdict.predictions().get(k));
      fields.put("target", verdict.targets().get(k));
      fields.put("slope", verdict.slopes().get(k));
      outputs.add(fields);
    }
    return outputs;
  }
}
