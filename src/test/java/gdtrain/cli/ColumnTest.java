package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Importance and effect of columns beside scikit-learn's permutation_importance, given the same
 * orders, and partial_dependence; {@code columns.py} made the figures.
 */
class ColumnTest {
  private static final Path FIGURES = Path.of("src/test/resources/oracles/columns.json");

  @TempDir static Path shared;

  @TempDir Path folder;

  private static String cars;

  @BeforeAll
  static void trainsOnCars() {
    cars = shared.resolve("cars.json").toString();
    run("fit", data("mtcars"), "--target", "mpg", "--exclude", "model", "-q", "-o", cars).ok();
  }

  static Stream<JsonNode> cases() throws IOException {
    JsonNode all = Cli.json(Files.readString(FIGURES)).get("cases");
    return StreamSupport.stream(all.spliterator(), false);
  }

  private String fit(JsonNode expected) {
    String model = folder.resolve("model.json").toString();
    List<String> words = new ArrayList<>(List.of("fit", data(expected.get("data").asText())));
    words.addAll(List.of(expected.get("arguments").asText().split(" ")));
    words.addAll(List.of("--tolerance", "1e-14", "--epochs", "20000", "-q", "-o", model));
    run(words.toArray(String[]::new)).ok();
    return model;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreeWithScikitLearn(JsonNode expected) {
    String model = fit(expected);
    String data = data(expected.get("data").asText());
    String metric = expected.get("metric").asText();

    Outcome importance =
        run("importance", model, data, "--metric", metric, "--repeats", "4", "--seed", "7").ok();
    assertEquals(expected.get("base").asDouble(), importance.numbers("base")[0], 1e-6);
    List<String> lines = importance.out().lines().skip(1).toList();
    assertEquals(expected.get("importance").size(), lines.size());
    for (String line : lines) {
      String[] cells = line.split(",");
      double size = Math.max(1, expected.get("base").asDouble());
      assertEquals(
          expected.get("importance").get(cells[0]).asDouble(),
          Double.parseDouble(cells[3]),
          1e-6 * size,
          line);
      assertEquals(
          expected.get("sd").get(cells[0]).asDouble(),
          Double.parseDouble(cells[4]),
          1e-6 * size,
          line);
    }
    double[] sorted = importance.numbers("importance");
    assertTrue(
        Arrays.equals(sorted, Arrays.stream(sorted).map(x -> -x).sorted().map(x -> -x).toArray()));

    Outcome effect =
        run(
                "effect",
                model,
                data,
                "--column",
                expected.get("column").asText(),
                "--grid",
                "100000",
                "--curves",
                "2")
            .ok();
    assertEffect(expected, effect);
  }

  private static void assertEffect(JsonNode expected, Outcome effect) {
    String[] header = effect.out().lines().findFirst().orElseThrow().split(",");
    int outputs = expected.get("means").size();
    assertEquals(1 + 3 * outputs, header.length, effect.out());
    List<String> lines = effect.out().lines().skip(1).toList();
    for (int i = 0; i < expected.get("places").size(); i++) {
      String[] cells = lines.get(expected.get("places").get(i).asInt()).split(",");
      assertEquals(expected.get("values").get(i).asDouble(), Double.parseDouble(cells[0]));
      for (int k = 0; k < outputs; k++) {
        double mean = expected.get("means").get(k).get(i).asDouble();
        double first = expected.get("first_row").get(k).get(i).asDouble();
        assertEquals(mean, Double.parseDouble(cells[1 + k]), 1e-6 * Math.max(1, mean));
        assertEquals(first, Double.parseDouble(cells[1 + outputs + k]), 1e-6 * Math.max(1, first));
      }
    }
  }

  @Test
  void metricsKeepWhatWasMeasured() throws IOException {
    Path file = folder.resolve("importance.json");
    Outcome outcome =
        run(
                "importance",
                cars,
                data("mtcars"),
                "--metrics",
                file.toString(),
                "--require",
                "importance_wt>1")
            .ok();
    JsonNode json = Cli.json(Files.readString(file));
    assertEquals(outcome.numbers("base")[0], json.get("base").asDouble());
    assertEquals(
        outcome.numbers("importance")[0], json.get("importance").get("wt").get("mean").asDouble());
    assertTrue(json.get("requirements").get(0).get("met").asBoolean());
  }

  @Test
  void threadsChangeNothing() {
    for (String command : List.of("importance", "effect --column wt --curves 5")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(1, List.of(cars, data("mtcars")));
      List<String> alone = new ArrayList<>(words);
      alone.addAll(List.of("--threads", "1"));
      assertEquals(
          run(words.toArray(String[]::new)).ok().out(),
          run(alone.toArray(String[]::new)).ok().out());
    }
  }

  @Test
  void categoriesAreDealtAndFollowedToo() {
    String model = folder.resolve("penguins.json").toString();
    run("fit", data("penguins"), "--target", "body_mass_g", "--missing", "drop", "-q", "-o", model)
        .ok();
    String gaps = data("penguins");
    Outcome effect = run("effect", model, gaps, "--column", "species", "--unseen", "base").ok();
    assertEquals(
        List.of("Adelie", "Chinstrap", "Gentoo"),
        effect.out().lines().skip(1).map(line -> line.split(",")[0]).toList());
    Outcome importance = run("importance", model, gaps, "--repeats", "1").ok();
    assertTrue(importance.out().contains("\nspecies,loss,"), importance.out());
    assertEquals(8, importance.out().lines().count());
    assertTrue(importance.out().lines().skip(1).allMatch(l -> l.endsWith(",")), importance.out());
  }

  @Test
  void valuesOfManyLieAtEvenRanks() {
    double[] values =
        run("effect", cars, data("mtcars"), "--column", "disp", "--grid", "3")
            .ok()
            .numbers("value");
    assertEquals(3, values.length);
    assertEquals(71.1, values[0]);
    assertEquals(472, values[2]);
  }
}
