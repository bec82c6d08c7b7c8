package gdtrain.run.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.insight.inference.Coefficient;
import gdtrain.insight.inference.Inference;
import gdtrain.insight.inference.Robust;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.train.Fit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Standard errors, tests and figures beside R's {@code summary(lm)} and {@code summary(glm)}, and
 * sandwich formulas and multinomial regressions in NumPy; {@code oracles/inference.R} and {@code
 * inference.py} made them.
 */
class InferenceOracleTest {
  private static final Path ORACLES = Path.of("src/test/resources/oracles");
  private static final double NEAR = 1e-6;

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(ORACLES.resolve(name).toFile());
  }

  /** Each fit, with what NumPy says of it besides. */
  static Stream<List<JsonNode>> fits() throws IOException {
    JsonNode fits = json("inference.json").get("fits");
    JsonNode numpy = json("inference_numpy.json");
    JsonNode classes = numpy.get("multinomial");
    return Stream.concat(
        IntStream.range(0, fits.size())
            .mapToObj(i -> List.of(fits.get(i), numpy.get("robust").get(i))),
        IntStream.range(0, classes.size()).mapToObj(i -> List.of(classes.get(i), classes.get(i))));
  }

  private static RunSettings settings(JsonNode fit) {
    Map<String, Object> settings = new HashMap<>();
    String kind = fit.get("kind").asText();
    for (String key : List.of("target", "exclude", "weight")) {
      if (!fit.get(key).asText().isEmpty()) {
        settings.put(key, fit.get(key).asText());
      }
    }
    boolean classes = kind.endsWith("nomial");
    settings.put("task", classes ? "classification" : "regression");
    settings.put("loss", classes ? "auto" : kind.equals("gaussian") ? "mse" : kind);
    settings.put("missing", "drop");
    settings.put("intercept", fit.get("intercept").asBoolean());
    settings.put("epochs", 20000);
    settings.put("tolerance", 1e-9);
    return RunSettings.of(settings);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agree(List<JsonNode> expected) {
    JsonNode fit = expected.get(0);
    RunSettings settings = settings(fit);
    String file = Path.of("datasets", fit.get("data").asText() + ".csv").toString();
    try (Session session =
        new Session(settings.values(), InputStream.nullInputStream(), note -> {})) {
      TrainingRun run =
          session.run(settings, session.prepare(settings, session.read(settings, List.of(file))));
      Fit end = run.fit(epoch -> {});
      assertTrue(end.converged(), end.toString());
      check(fit, infer(run, end, Optional.empty(), Optional.empty()));
      JsonNode robust = expected.get(1);
      Optional<String> cluster = Optional.of(robust.get("cluster").asText());
      errors(robust.get("hc1"), infer(run, end, Optional.of(Robust.HC1), Optional.empty()));
      errors(robust.get("clustered"), infer(run, end, Optional.empty(), cluster));
      if (robust.has("hc3")) {
        errors(robust.get("hc3"), infer(run, end, Optional.of(Robust.HC3), Optional.empty()));
      }
    }
  }

  private static Inference infer(
      TrainingRun run, Fit fit, Optional<Robust> robust, Optional<String> cluster) {
    return new RunInference(new InferenceSettings(0.95, robust, cluster), run).at(fit).inference();
  }

  private static void check(JsonNode fit, Inference inference) {
    List<Coefficient> all = inference.coefficients();
    errors(fit.get("error"), inference);
    for (int i = 0; i < all.size(); i++) {
      double unit = fit.get("error").get(i).asDouble(); // of what a coefficient is told by
      near(fit.get("estimate"), i, all, Coefficient::estimate, unit);
      near(fit.get("lower"), i, all, Coefficient::lower, unit);
      near(fit.get("upper"), i, all, Coefficient::upper, unit);
      near(fit.get("statistic"), i, all, Coefficient::statistic, 1);
      double p = fit.get("p").get(i).asDouble();
      double tail = fit.get("statistic").get(i).asDouble(); // p falls by z dz of itself
      assertEquals(p, all.get(i).p(), NEAR * p * Math.max(1, tail * tail));
    }
    for (int i = 0; i < fit.get("vif").size(); i++) {
      near(fit.get("vif"), i, all, c -> c.inflation().orElseThrow(), 0);
    }
    fit.get("figures")
        .properties()
        .forEach(
            figure -> {
              double value = figure.getValue().asDouble();
              assertEquals(
                  value,
                  inference.figures().get(figure.getKey()),
                  NEAR * Math.abs(value),
                  figure.getKey());
            });
    assertEquals(fit.get("figures").size(), inference.figures().size());
  }

  private static void errors(JsonNode expected, Inference inference) {
    assertEquals(expected.size(), inference.coefficients().size());
    for (int i = 0; i < expected.size(); i++) {
      near(expected, i, inference.coefficients(), Coefficient::error, 0);
    }
  }

  /**
   * Agrees to a share of the number or of a unit, whichever is larger.
   *
   * @param unit in which a number is told that may be near 0 beside it
   */
  private static void near(
      JsonNode expected,
      int index,
      List<Coefficient> all,
      ToDoubleFunction<Coefficient> what,
      double unit) {
    double value = expected.get(index).asDouble();
    assertEquals(
        value,
        what.applyAsDouble(all.get(index)),
        NEAR * Math.max(Math.abs(value), unit),
        () -> all.get(index).input() + " of " + all.get(index).output());
  }

  @Test
  void longleyHasTheErrorsThatNistCertifies() throws IOException {
    JsonNode certified =
        new ObjectMapper()
            .readTree(Path.of("src/test/resources/nist_certified.json").toFile())
            .get("longley");
    JsonNode fit = json("inference.json").get("fits").get(0);
    assertEquals("longley", fit.get("data").asText());
    for (int i = 0; i < 7; i++) { // there the intercept is the first
      double value = certified.get("se").get((i + 1) % 7).asDouble();
      assertEquals(value, fit.get("error").get(i).asDouble(), 1e-9 * value);
    }
  }
}
