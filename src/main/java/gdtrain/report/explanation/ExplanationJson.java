package gdtrain.report.explanation;

import gdtrain.insight.Curvature;
import gdtrain.insight.LeastSquares;
import gdtrain.insight.StepForecast;
import gdtrain.model.Parameter;
import gdtrain.train.Epoch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An explanation as JSON, keys in a fixed order, all digits, null if not known.
 *
 * @param context of the explanation
 * @param forecast of the step
 */
public record ExplanationJson(ExplanationContext context, StepForecast forecast) {
  /**
   * The first fields of every explanation.
   *
   * @param data the file as it was named
   */
  public Map<String, Object> head(String data) {
    Epoch here = forecast.here().epoch();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("data", data);
    head.put("target", context.target());
    head.put("loss_name", context.loss().name());
    head.put("epoch", here.number());
    head.put("training_rows", context.rows());
    head.put("loss", here.loss());
    head.put("objective", here.objective());
    head.put("gradient_norm", here.gradientNorm());
    return head;
  }

  /** Curvature and the largest stable learning rate. */
  public Map<String, Object> curvature(Optional<Curvature> curvature, OptionalDouble rate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("largest_stable_lr", rate);
    fields.put(
        "condition_number", curvature.map(Curvature::condition).orElse(OptionalDouble.empty()));
    fields.put("kind", curvature.map(c -> c.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
    return fields;
  }

  /** The exact minimum, and its distance from here. */
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
    Parameter parameter = context.parameters().get(index);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", parameter.layer());
    fields.put("output", parameter.output());
    fields.put("input", parameter.input());
    return fields;
  }

  /** The step as a whole and every parameter; the step is null at the end of the run. */
  public Map<String, Object> step() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", forecast.next().map(next -> step(next.epoch())).orElse(null));
    StepCsv records = new StepCsv(context, forecast);
    fields.put("parameters", forecast.byImportance().stream().map(records::fields).toList());
    return fields;
  }

  private Map<String, Object> step(Epoch next) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epoch", next.number());
    fields.put("learning_rate", next.learningRate());
    fields.put("change", forecast.slopeChange());
    fields.put("bend", forecast.bend());
    fields.put("predicted_change", forecast.predicted());
    fields.put("measured_change", forecast.measured());
    fields.put("loss", next.loss());
    fields.put("objective", next.objective());
    fields.put(
        "against_gradient",
        forecast.parts().stream().filter(StepForecast.Component::climbs).count());
    return fields;
  }
}
