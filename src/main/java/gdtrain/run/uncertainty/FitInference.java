package gdtrain.run.uncertainty;

import gdtrain.choice.EnumWord;
import gdtrain.insight.inference.Coefficient;
import gdtrain.insight.inference.Inference;
import gdtrain.insight.inference.Information;
import gdtrain.loss.Likelihood;
import gdtrain.model.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run has inferred, as it is kept in its model.
 *
 * @param inference the standard errors and tests
 * @param cluster the column of rows that depend on each other, if one was named
 * @param information of the parameters, from which intervals of predictions follow
 * @param means of the scaled inputs, the constant among them, in the order of the schema
 */
public record FitInference(
    Inference inference, Optional<String> cluster, Information information, List<Double> means) {
  /** The name of the part of a model's record that has it. */
  public static final String PART = "inference";

  /** Copies the means. */
  public FitInference {
    means = List.copyOf(means);
  }

  /** For the record of a model. */
  public Map<String, Object> toRecord() {
    Map<String, Object> record = summary();
    Map<String, Object> figures = new LinkedHashMap<>();
    inference.figures().forEach((name, value) -> figures.put(name, Stored.told(value)));
    record.put("figures", figures);
    record.put(
        "coefficients", inference.coefficients().stream().map(FitInference::fields).toList());
    record.put("means", means);
    if (inference.likelihood() == Likelihood.GAUSSIAN) {
      List<List<Double>> columns =
          Arrays.stream(information.columns())
              .map(column -> Arrays.stream(column).boxed().toList())
              .toList();
      record.put("information_root", columns);
    }
    return record;
  }

  private Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("likelihood", EnumWord.of(inference.likelihood()));
    summary.put("errors", inference.errors());
    cluster.ifPresent(column -> summary.put("cluster", column));
    summary.put("level", inference.level());
    if (Double.isFinite(inference.freedom())) {
      summary.put("df", inference.freedom());
    }
    return summary;
  }

  /** For the file of metrics. */
  public Map<String, Object> toMetrics() {
    Map<String, Object> json = summary();
    json.putAll(inference.figures());
    json.put("coefficients", inference.coefficients().stream().map(FitInference::fields).toList());
    return json;
  }

  private static Map<String, Object> fields(Coefficient coefficient) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", coefficient.output());
    fields.put("input", coefficient.input());
    fields.put("estimate", Stored.told(coefficient.estimate()));
    fields.put("std_error", Stored.told(coefficient.error()));
    fields.put("statistic", Stored.told(coefficient.statistic()));
    fields.put("p", Stored.told(coefficient.p()));
    fields.put("lower", Stored.told(coefficient.lower()));
    fields.put("upper", Stored.told(coefficient.upper()));
    coefficient.inflation().ifPresent(vif -> fields.put("vif", Stored.told(vif)));
    return fields;
  }

  /**
   * What a model has kept, if its run has inferred.
   *
   * @throws gdtrain.model.BadModel if it is at fault
   */
  public static Optional<FitInference> of(Model model) {
    return Stored.read(model, PART, FitInference::read);
  }

  private static FitInference read(Stored part) {
    Inference inference =
        new Inference(
            EnumWord.constant(Likelihood.class, "likelihood", part.text("likelihood")),
            part.text("errors"),
            part.number("level"),
            part.has("df") ? part.number("df") : Double.POSITIVE_INFINITY,
            part.parts("coefficients").stream().map(FitInference::coefficient).toList(),
            part.figures("figures"));
    double[][] root =
        part.has("information_root") ? part.columns("information_root") : new double[0][];
    return new FitInference(
        inference,
        part.has("cluster") ? Optional.of(part.text("cluster")) : Optional.empty(),
        Information.of(root),
        part.numbers("means"));
  }

  private static Coefficient coefficient(Stored part) {
    return new Coefficient(
        part.text("output"),
        part.text("input"),
        part.numberOrNone("estimate"),
        part.numberOrNone("std_error"),
        part.numberOrNone("statistic"),
        part.numberOrNone("p"),
        part.numberOrNone("lower"),
        part.numberOrNone("upper"),
        part.has("vif") ? OptionalDouble.of(part.number("vif")) : OptionalDouble.empty());
  }
}
