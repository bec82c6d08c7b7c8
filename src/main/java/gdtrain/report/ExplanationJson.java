package gdtrain.report;

import gdtrain.insight.ChainRule;
import gdtrain.insight.Curvature;
import gdtrain.insight.Forecast;
import gdtrain.insight.LayerTrace;
import gdtrain.insight.LeastSquares;
import gdtrain.insight.Part;
import gdtrain.insight.UnitTrace;
import gdtrain.insight.Verdict;
import gdtrain.model.Parameter;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An explanation as JSON, keys in a fixed order, all digits, null where not known.
 *
 * @param scene what is explained
 * @param forecast of the step
 */
public record ExplanationJson(Scene scene, Forecast forecast) {
  /**
   * What every explanation begins with.
   *
   * @param data the file as it was named
   */
  public Map<String, Object> head(String data) {
    Epoch here = forecast.here().epoch();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("data", data);
    head.put("target", scene.target());
    head.put("loss_name", scene.loss().name());
    head.put("epoch", here.number());
    head.put("training_rows", scene.rows());
    head.put("loss", here.loss());
    head.put("objective", here.objective());
    head.put("gradient_norm", here.gradientNorm());
    return head;
  }

  /** How the landscape bends. */
  public Map<String, Object> curvature(Optional<Curvature> curvature, OptionalDouble rate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("largest_stable_lr", number(rate));
    fields.put(
        "condition_number",
        number(curvature.map(Curvature::condition).orElse(OptionalDouble.empty())));
    fields.put("kind", curvature.map(c -> c.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
    return fields;
  }

  /** Where the exact minimum is and how far from here. */
  public Map<String, Object> optimum(LeastSquares squares) {
    LeastSquares.Gap gap = squares.gap(forecast.here().parameters());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("loss", squares.loss());
    fields.put("objective", squares.objective());
    fields.put("unique", squares.unique());
    fields.put("gap", gap.objective());
    fields.put("largest_parameter_gap", gap.parameter());
    fields.put("parameter", name(gap.index()));
    return fields;
  }

  private Map<String, Object> name(int index) {
    Parameter parameter = scene.parameters().get(index);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", parameter.layer());
    fields.put("output", parameter.output());
    fields.put("input", parameter.input());
    return fields;
  }

  /** The step as a whole and every parameter; the step is null where none leads on. */
  public Map<String, Object> step() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", forecast.next().map(next -> step(next.epoch())).orElse(null));
    StepCsv records = new StepCsv(scene, forecast);
    fields.put("parameters", forecast.byImportance().stream().map(records::fields).toList());
    return fields;
  }

  private Map<String, Object> step(Epoch next) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epoch", next.number());
    fields.put("learning_rate", number(next.learningRate()));
    fields.put("change", number(forecast.slopeChange()));
    fields.put("bend", number(forecast.bend()));
    fields.put("predicted_change", number(forecast.predicted()));
    fields.put("measured_change", number(forecast.measured()));
    fields.put("loss", next.loss());
    fields.put("objective", next.objective());
    fields.put("against_gradient", forecast.parts().stream().filter(Part::climbs).count());
    return fields;
  }

  /** The chain rule for a row. */
  public Map<String, Object> row(TracedRow row) {
    ChainRule rule = row.rule();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", row.line());
    fields.put("weight", rule.weight());
    fields.put("total_weight", rule.totalWeight());
    fields.put("inputs", inputs(row));
    fields.put("layers", layers(row));
    fields.put("target_center", scene.schema().target().unit().center());
    fields.put("target_scale", scene.schema().target().unit().scale());
    fields.put("outputs", outputs(rule.verdict()));
    fields.put("loss", rule.verdict().loss());
    return fields;
  }

  private List<Object> inputs(TracedRow row) {
    List<Double> scaled = row.rule().layers().get(0).inputs();
    List<Object> inputs = new ArrayList<>();
    for (int i = 0; i < row.raw().size(); i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("input", scene.schema().features().get(i).name());
      fields.put("raw", row.raw().get(i));
      fields.put("scaled", scaled.get(i));
      inputs.add(fields);
    }
    return inputs;
  }

  private List<Object> layers(TracedRow row) {
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
        units.add(unit(row, layer, unit));
      }
      fields.put("units", units);
      layers.add(fields);
    }
    return layers;
  }

  private Map<String, Object> unit(TracedRow row, int layer, int unit) {
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

  private List<Object> outputs(Verdict verdict) {
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

  private static Double number(OptionalDouble number) {
    return number.orElse(Double.NaN);
  }
}
