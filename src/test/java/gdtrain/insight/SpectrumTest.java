package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.Data;
import gdtrain.dataset.preparation.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpectrumTest {
  static Stream<Arguments> eightyDigits() {
    return StreamSupport.stream(Rows.json("/spectra.json").get("spectra").spliterator(), false)
        .map(
            s ->
                Arguments.of(
                    new Rows(
                        s.get("file").asText(),
                        s.get("target").asText(),
                        Rows.texts(s.get("exclude")),
                        false,
                        Scaling.valueOf(s.get("scaling").asText())),
                    s.get("l2").asDouble(),
                    s.get("eigenvalues")));
  }

  @ParameterizedTest(name = "{0}, l2 {1}")
  @MethodSource("eightyDigits")
  void everyEigenvalueHasTheDigitsOfAComputationWithEighty(
      Rows rows, double l2, JsonNode expected) {
    Triangle triangle = Triangle.of(rows.prepared().training(), true).orElseThrow();

    Spectrum spectrum = Spectrum.of(triangle.inputs(l2 / 2));

    assertEquals(0, spectrum.flat());
    assertEquals(expected.size(), spectrum.eigenvalues().size());
    for (int i = 0; i < expected.size(); i++) {
      double value = expected.get(i).asDouble();
      assertEquals(value, 2 * spectrum.eigenvalues().get(i), 1e-8 * value);
    }
  }

  @Test
  void columnsThatAreSumsOfOthersAreFlatHoweverLarge() {
    Random random = new Random(3);
    double[][] columns = Data.normal(5, 40, random);
    Arrays.setAll(columns[1], i -> 1e12 * columns[1][i]);
    Arrays.setAll(columns[3], i -> 2 * columns[0][i] - 3 * columns[1][i]);
    columns[4] = new double[40];

    Spectrum spectrum = Spectrum.of(columns);

    assertEquals(2, spectrum.flat());
    assertEquals(3, spectrum.eigenvalues().size());
  }

  @Test
  void columnsOfVeryDifferentSizeAreNotFlat() {
    double[][] columns = {{1e20, 0, 1e20}, {0, 1e-20, 1e-20}};

    Spectrum spectrum = Spectrum.of(columns);

    assertEquals(0, spectrum.flat());
    assertEquals(2e40, spectrum.largest(), 1e26);
    assertEquals(1.5e-40, spectrum.smallest(), 1e-54);
  }

  @Test
  void nothingButZerosIsAllFlat() {
    assertEquals(new Spectrum(List.of(), 2), Spectrum.of(new double[2][3]));
    assertEquals(0, Spectrum.of(new double[2][3]).largest());
    assertEquals(0, Spectrum.of(new double[2][3]).smallest());
  }

  @Test
  void whatIsNoNumberComesOutAsNoNumber() {
    Spectrum spectrum = Spectrum.of(new double[][] {{1, Double.NaN}, {2, 1}});

    assertTrue(Double.isNaN(spectrum.largest()));
  }
}
