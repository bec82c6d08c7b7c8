package gdtrain.report.explanation;

import gdtrain.insight.StepForecast;
import gdtrain.insight.StepForecast.Component;
import gdtrain.model.Parameter;
import gdtrain.report.CsvText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The gradient, parameter by parameter, for programs: most important first, with all digits, empty
 * if not known.
 *
 * @param context of the explanation
 * @param forecast of the step
 */
public record StepCsv(ExplanationContext context, StepForecast forecast) {
  /** Header and a record for every parameter. */
  public Stream<String> lines() {
    String header = "layer,output,input,value,gradient,direction,step,next,change,bend,share";
    return Stream.concat(
        Stream.of(header),
        forecast.byImportance().stream().map(part -> CsvText.record(fields(part))));
  }

  /** The fields of a record by name; empty if not known. */
  Map<String, Object> fields(Component part) {
    Parameter parameter = context.parameters().get(part.index());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", parameter.layer());
    fields.put("output", parameter.output());
    fields.put("input", parameter.input());
    fields.put("value", part.value());
    fields.put("gradient", part.gradient());
    fields.put("direction", part.direction().word());
    fields.put("step", part.step());
    fields.put("next", part.next());
    fields.put("change", part.change());
    fields.put("bend", part.bend());
    fields.put("share", part.share());
    return fields;
  }
}
