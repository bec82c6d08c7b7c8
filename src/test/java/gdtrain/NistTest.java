package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear regressions with values certified by the NIST Statistical Reference Datasets. */
class NistTest {
  @ParameterizedTest
  @CsvSource({"norris,'',1e-8,9", "longley,Obs,1e-8,5"})
  void parametersHaveTheCertifiedDigits(String name, String excluded, double tolerance, int digits)
      throws IOException {
    JsonNode certified;
    try (InputStream json = NistTest.class.getResourceAsStream("/nist_certified.json")) {
      certified = new ObjectMapper().readTree(json).get(name);
    }
    Preparation wishes =
        new Preparation(
            Optional.of(certified.get("target").asText()),
            Optional.empty(),
            Optional.empty(),
            Selection.none(),
            Selection.parse(excluded),
            Scaling.STANDARD,
            Coding.TREATMENT,
            MissingPolicy.IMPUTE,
            Expansion.NONE);
    Training training =
        new Training(Data.file(certified.get("file").asText()), wishes, 0, tolerance);
    assertEquals(certified.get("terms").size(), training.model().parameters().size());
    for (int i = 0; i < certified.get("terms").size(); i++) {
      String term = certified.get("terms").get(i).asText();
      double expected = certified.get("b").get(i).asDouble();
      String input = term.equals("B0") ? Schema.INTERCEPT : term;
      double value = training.parameter(input).value();
      double missed = Math.abs(value - expected) / Math.abs(expected);
      assertTrue(missed < 0.5 * Math.pow(10, -digits), () -> term + " is " + value);
    }
    assertEquals(certified.get("r2").asDouble(), training.metric("r2"), 1e-12);
  }
}
