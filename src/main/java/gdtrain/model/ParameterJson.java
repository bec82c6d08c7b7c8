package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters as JSON, each with {@code layer}, {@code output}, {@code input}, {@code value} and
 * {@code scaled_value}. All but the last follow from the rest of the model; they are for people,
 * and must agree with it.
 */
final class ParameterJson {
  /** What two values that agree may differ by, as a share: the digits of other programs. */
  private static final double ROUNDING = 1e-9;

  private ParameterJson() {}

  static void write(List<Parameter> parameters, ArrayNode json) {
    for (Parameter parameter : parameters) {
      json.addObject()
          .put("layer", parameter.layer())
          .put("output", parameter.output())
          .put("input", parameter.input())
          .put("value", Double.isNaN(parameter.value()) ? null : parameter.value())
          .put("scaled_value", parameter.scaledValue());
    }
  }

  /** The scaled values, in order. */
  static List<Double> scaled(JsonNode json) {
    List<Double> scaled = new ArrayList<>();
    for (JsonNode parameter : json) {
      scaled.add(SchemaJson.number(parameter, "scaled_value"));
    }
    return scaled;
  }

  /**
   * Refuses what does not follow from the model.
   *
   * @throws IllegalArgumentException with a sentence that names the parameter and both values
   */
  static void check(Model model, JsonNode json) {
    List<Parameter> wanted = model.parameters();
    double terms = 0; // of an intercept, whose sum may nearly cancel
    for (int i = 0; i < wanted.size(); i++) {
      Parameter parameter = wanted.get(i);
      checkPlace(parameter, json.get(i), i);
      boolean intercept = parameter.input().equals(Schema.INTERCEPT);
      terms += intercept ? 0 : Math.abs(shift(model, parameter, i));
      checkValue(parameter, json.get(i), i, intercept ? terms : 0);
      terms = intercept ? 0 : terms;
    }
  }

  /** What the center of a weight's input makes of an intercept. */
  private static double shift(Model model, Parameter parameter, int index) {
    if (parameter.layer() > 1) {
      return 0;
    }
    List<Feature> features = model.schema().features();
    int input = index % (features.size() + (model.schema().intercept() ? 1 : 0));
    double shift = parameter.value() * features.get(input).unit().center();
    return Double.isFinite(shift) ? shift : 0;
  }

  private static void checkPlace(Parameter wanted, JsonNode found, int index) {
    String input = SchemaJson.text(found, "input");
    String output = SchemaJson.text(found, "output");
    double layer = SchemaJson.number(found, "layer");
    if (!input.equals(wanted.input()) || !output.equals(wanted.output())) {
      throw new IllegalArgumentException(
          "parameter %d is for '%s' of '%s', where the inputs ask for '%s' of '%s'"
              .formatted(index + 1, input, output, wanted.input(), wanted.output()));
    }
    if (layer != wanted.layer()) {
      throw new IllegalArgumentException(
          "parameter %d, '%s' for '%s', has layer %s, where the inputs ask for %d"
              .formatted(index + 1, input, output, found.get("layer"), wanted.layer()));
    }
  }

  private static void checkValue(Parameter wanted, JsonNode found, int index, double terms) {
    String value = String.valueOf(found.get("value"));
    boolean none = found.has("value") && found.get("value").isNull();
    boolean number = found.has("value") && found.get("value").isNumber();
    double difference = number ? found.get("value").doubleValue() - wanted.value() : Double.NaN;
    double size = Math.max(Math.abs(wanted.value()), terms);
    boolean agrees = Double.isNaN(wanted.value()) ? none : Math.abs(difference) <= ROUNDING * size;
    if (!agrees) {
      throw new IllegalArgumentException(
          "parameter %d, '%s' for '%s', has the value %s, where its scaled_value %s with scale and center of the columns gives %s; give the file as fit wrote it"
              .formatted(
                  index + 1,
                  wanted.input(),
                  wanted.output(),
                  found.has("value") ? value : "missing",
                  wanted.scaledValue(),
                  wanted.value()));
    }
  }
}
