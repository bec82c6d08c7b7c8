package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code --inference} puts what it tells; {@code InferenceOracleTest} checks the numbers. */
class InferenceTest {
  @TempDir Path folder;
  private String model;
  private String metrics;
  private String params;

  @BeforeEach
  void nameFiles() {
    model = folder.resolve("m.json").toString();
    metrics = folder.resolve("metrics.json").toString();
    params = folder.resolve("params.csv").toString();
  }

  private Outcome fit(String data, String... more) {
    List<String> words = new ArrayList<>(List.of("fit", data(data), "--log-format", "none"));
    words.addAll(List.of("-o", model, "--metrics", metrics, "--params", params, "--force"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void theSameNumbersAreEverywhere() throws IOException {
    Outcome fit =
        fit(
            "norris",
            "--target",
            "y",
            "--inference",
            "--require",
            "adjusted_r2>=0.9",
            "--level",
            "0.5");
    String table = fit.ok().err().substring(fit.err().indexOf("inference for 'y'"));
    String shown = run("show", model, "--inference").ok().out();
    assertTrue(table.startsWith(shown), shown);
    assertTrue(table.contains("50 % from") && table.contains("VIF"), table);
    assertTrue(table.endsWith("met: adjusted_r2>=0.9\n"), table);
    assertEquals(
        Files.readString(Path.of(params)), run("show", model, "--inference", "--params").out());

    JsonNode json = Cli.json(Files.readString(Path.of(metrics))).get("inference");
    CSVRecord slope = Cli.rows(Files.readString(Path.of(params))).get(0);
    JsonNode coefficient = json.get("coefficients").get(0);
    for (String name :
        List.of("estimate", "std_error", "statistic", "p", "lower", "upper", "vif")) {
      assertEquals(coefficient.get(name).asDouble(), Double.parseDouble(slope.get(name)), name);
    }
    assertEquals(0.000429796848199937, coefficient.get("std_error").asDouble(), 1e-12); // NIST
    assertEquals(0.884796396144373, json.get("residual_sd").asDouble(), 1e-12);
    assertEquals("classical", json.get("errors").asText());
    assertFalse(run("show", model).ok().out().contains("coefficients"));
  }

  @Test
  void classesAreComparedWithTheFirst() throws IOException {
    Outcome fit =
        fit("iris", "--exclude", "sepal_length,petal_length,petal_width", "--inference").ok();
    assertTrue(fit.err().contains("'virginica', compared with 'setosa':"), fit.err());
    List<CSVRecord> rows = Cli.rows(Files.readString(Path.of(params)));
    assertEquals("", rows.get(0).get("std_error"));
    double difference =
        Double.parseDouble(rows.get(2).get("value")) - Double.parseDouble(rows.get(0).get("value"));
    assertEquals(difference, Double.parseDouble(rows.get(2).get("estimate")), 1e-12);
    assertEquals(Math.exp(difference), Double.parseDouble(rows.get(2).get("ratio")), 1e-12);
  }

  @Test
  void theColumnOfClustersIsNoInput() throws IOException {
    Outcome fit =
        fit("mtcars", "--target", "mpg", "--exclude", "model", "--cluster", "cyl", "--inference");
    assertTrue(fit.ok().err().contains("standard errors by clusters of 'cyl'"), fit.err());
    assertFalse(Files.readString(Path.of(params)).contains(",cyl,"));
    String shown = run("show", model).ok().out();
    assertTrue(shown.contains("  exclude: model,cyl") && shown.contains("  cluster: cyl"), shown);
    JsonNode json = Cli.json(Files.readString(Path.of(metrics))).get("inference");
    assertEquals(2, json.get("df").asDouble()); // three clusters less one
    assertFalse(json.has("f_statistic"));
    run("replay", model, data("mtcars")).ok();
  }

  @Test
  void aRunThatStoppedEarlyLeavesAllButTheInference() throws IOException {
    Outcome fit =
        fit("mtcars", "--target", "mpg", "--exclude", "model", "--inference", "--epochs", "3");
    assertTrue(fit.fault(ExitCode.REQUIREMENT).contains("give it more --epochs"));
    JsonNode json = Cli.json(Files.readString(Path.of(metrics)));
    assertEquals("unmet", json.get("status").asText());
    assertFalse(json.has("inference"));
    assertFalse(Files.readString(Path.of(model)).contains("coefficients"));
    assertTrue(
        Files.readString(Path.of(params)).startsWith("layer,output,input,value,scaled_value\n"));
  }

  @Test
  void nothingElseOfTheModelChanges() throws IOException {
    fit("norris", "-q").ok();
    JsonNode plain = Cli.json(Files.readString(Path.of(model)));
    fit("norris", "-q", "--inference").ok();
    JsonNode more = Cli.json(Files.readString(Path.of(model)));
    ((com.fasterxml.jackson.databind.node.ObjectNode) more.get("run")).remove("inference");
    assertEquals(plain.get("run"), more.get("run"));
    assertEquals(plain.get("parameters"), more.get("parameters"));
  }
}
