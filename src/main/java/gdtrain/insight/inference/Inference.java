package gdtrain.insight.inference;

import gdtrain.loss.Likelihood;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How sure the parameters of a linear model are, at the maximum of its likelihood.
 *
 * @param likelihood of the targets
 * @param errors what standard errors allow for: {@code classical}, {@code hc1}, {@code hc3} or
 *     {@code cluster}
 * @param level of the confidence intervals
 * @param freedom degrees of freedom of the statistics; infinite where they are normal
 * @param coefficients output after output, inputs in order, the intercept last
 * @param figures of the whole model, by name
 */
public record Inference(
    Likelihood likelihood,
    String errors,
    double level,
    double freedom,
    List<Coefficient> coefficients,
    Map<String, Double> figures) {
  /** Copies list and map. */
  public Inference {
    coefficients = List.copyOf(coefficients);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
