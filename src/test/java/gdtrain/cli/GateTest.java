package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
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
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requirements of {@code fit} and {@code evaluate}, and the file of the figures. */
class GateTest {
  private static final String MTCARS = data("mtcars");
  private static final String IRIS = data("iris");

  @TempDir Path folder;
  private Path model;
  private Path log;
  private Path metrics;
  private Path parameters;

  @BeforeEach
  void nameFiles() {
    model = folder.resolve("model.json");
    log = folder.resolve("log.csv");
    metrics = folder.resolve("metrics.json");
    parameters = folder.resolve("parameters.csv");
  }

  private Outcome fit(String... options) {
    Stream<String> outputs =
        Stream.of("-o", model, "--log", log, "--metrics", metrics, "--params", parameters)
            .map(Object::toString);
    List<String> command = new ArrayList<>(List.of("fit", MTCARS, "--target", "mpg"));
    return run(Cli.args(Stream.concat(command.stream(), outputs).toList(), options));
  }

  private JsonNode metrics() throws IOException {
    return json(Files.readString(metrics));
  }

  private void assertEverythingIsWritten(Outcome outcome) throws IOException {
    assertEquals(
        List.of("log.csv", "metrics.json", "model.json", "parameters.csv"), Cli.files(folder));
    assertEquals("", outcome.out());
    assertEquals("epoch,loss", Files.readString(log).substring(0, 10));
    assertEquals(11, json(Files.readString(model)).get("parameters").size());
  }

  private static String oneRow() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(MTCARS));
    StringBuilder flat = new StringBuilder(lines.get(0)).append('\n');
    for (String line : lines.subList(1, 2)) {
      flat.append(line.replaceFirst(",[0-9.]+,", ",20,")).append('\n');
    }
    return flat.toString();
  }

  @Test
  void requirementsThatAreMetAreNotedInALine() throws Exception {
    Outcome fit = fit("--require", "r2 >= 0.8", "--require", "converged");

    assertEverythingIsWritten(fit.ok());
    assertTrue(fit.err().endsWith("\nmet: r2>=0.8, converged\n"), fit.err());
    assertEquals("ok", metrics().get("status").textValue());
    assertEquals("", fit("--force", "-q", "--require", "converged").ok().err());
  }

  @Test
  void aRequirementThatIsNotMetFailsAfterEverythingIsWritten() throws Exception {
    Outcome fit = fit("-q", "--require", "r2>=0.9", "--require", "r2>=0.8");

    assertEverythingIsWritten(fit);
    assertEquals("unmet", metrics().get("status").textValue());
    String value = metrics().at("/train/r2").asText();
    assertEquals("--require 'r2>=0.9' is not met: r2 is " + value, fit.fault(5));
    assertEquals(1, fit.err().lines().count(), fit.err());
  }

  @Test
  void everyRequirementThatIsNotMetHasItsSentence() {
    Outcome fit =
        fit("-q", "--epochs", "3", "--require", "converged", "--require", "epochs>3", "--lr", "1");

    assertEquals(ExitCode.REQUIREMENT, fit.code());
    assertEquals(
        """
        gdtrain: --require 'converged' is not met: descent stopped before the minimum
        gdtrain: --require 'epochs>3' is not met: epochs is 3
        """,
        fit.err());
  }

  @Test
  void anUnknownFigureIsRefusedBeforeTraining() throws Exception {
    Outcome fit = fit("--require", "r3>=0.9");

    String sentence = fit.fault(ExitCode.USAGE);
    assertTrue(
        sentence.startsWith("--require 'r3>=0.9': there is no figure 'r3' (did you mean 'r2'?); "),
        sentence);
    assertEquals("", fit.out());
    assertEquals(List.of(), Cli.files(folder));
  }

  @Test
  void aFigureThatIsNotDefinedMeetsNothing() throws Exception {
    Path flat = Files.writeString(Files.createTempFile("flat", ".csv"), oneRow());
    Outcome fit = fit("-q", "--test", flat.toString(), "--require", "test_r2<=1");
    Files.delete(flat);

    assertEverythingIsWritten(fit);
    assertEquals("--require 'test_r2<=1' is not met: test_r2 is not defined", fit.fault(5));
    assertTrue(metrics().at("/test/r2").isNull());
    assertEquals(
        json("{'require':'test_r2<=1','value':null,'met':false}".replace('\'', '"')),
        metrics().at("/requirements/0"));
    assertEquals(1, metrics().at("/test/rows").intValue());
  }

  @Test
  void theGrammarIsCheckedBeforeDataIsReadAndTheNamesBeforeTheDataOfAModel() {
    String grammar = "--require 'r2=0.9': = is no comparison; write a name";
    for (String[] command :
        List.of(new String[] {"fit", "no.csv"}, new String[] {"evaluate", "no.json", "no.csv"})) {
      Outcome outcome = run(Cli.args(List.of(command), "--require", "r2=0.9"));
      assertTrue(outcome.fault(ExitCode.USAGE).startsWith(grammar), outcome.err());
    }
    fit().ok();
    Outcome names = run("evaluate", model.toString(), "no.csv", "--require", "accuracy>0.9");
    assertTrue(names.fault(ExitCode.USAGE).contains("it is not measured here"), names.err());
  }

  @Test
  void aDivergedRunIsNotJudgedButSaysSoInTheFile() throws Exception {
    Outcome fit = fit("--lr", "10", "--require", "r2>=0.9");

    assertTrue(fit.fault(ExitCode.DIVERGED).contains("no model is saved"));
    assertEquals(List.of("log.csv", "metrics.json", "parameters.csv"), Cli.files(folder));
    assertEquals("diverged", metrics().get("status").textValue());
    assertTrue(metrics().at("/requirements/0/value").isNull());
    assertFalse(metrics().at("/requirements/0/met").booleanValue());
    assertTrue(metrics().path("train").isMissingNode());
  }

  @Test
  void theFileHasWhatTheLogAndTheModelHave() throws Exception {
    fit("--validation", "0.3", "--test", MTCARS, "--l2", "0.1").ok();
    JsonNode result = json(Files.readString(model)).at("/run/result");
    CSVRecord kept = Cli.rows(Files.readString(log)).get(result.get("kept_epoch").intValue());

    assertEquals(kept.get("loss"), metrics().at("/train/loss").asText());
    assertEquals(kept.get("val_loss"), metrics().at("/validation/loss").asText());
    assertEquals(kept.get("objective"), metrics().get("objective").asText());
    assertEquals(kept.get("grad_norm"), metrics().get("grad_norm").asText());
    for (String name : List.of("ending", "epochs", "baseline_loss")) {
      assertEquals(result.get(name), metrics().get(name));
    }
    for (String name : List.of("mse", "rmse", "mae", "r2")) {
      assertEquals(result.at("/training/" + name), metrics().at("/train/" + name));
      assertEquals(result.at("/validation/" + name), metrics().at("/validation/" + name));
      assertEquals(result.at("/test/" + name), metrics().at("/test/" + name));
    }
    assertTrue(metrics().get("converged").isBoolean());
    assertEquals(0, metrics().get("requirements").size());
  }

  @Test
  void everyNameThatARunOffersIsMeasured() {
    List<String> classes = List.of("fit", IRIS, "--validation", "0.2", "--test", IRIS);
    String sentence = run(Cli.args(classes, "--require", "x<0")).fault(ExitCode.USAGE);
    List<String> names =
        List.of(
            sentence.replaceFirst(".* measures ", "").replace("and where named ", "").split(", "));
    List<String> options = new ArrayList<>(List.of("--epochs", "5", "-q"));
    for (String name : names) {
      options.addAll(List.of("--require", name.equals("converged") ? name : name + "<-1"));
    }
    Outcome fit = run(Cli.args(classes, options.toArray(String[]::new)));

    assertEquals(ExitCode.REQUIREMENT, fit.code());
    assertEquals(24, names.size());
    assertEquals(names.size(), fit.err().lines().count(), fit.err());
    assertFalse(fit.err().contains("not defined"), fit.err());
  }

  @Test
  void evaluateJudgesTheFiguresThatItPrints() throws Exception {
    fit().ok();
    String[] command = {"evaluate", model.toString(), MTCARS};
    Outcome plain = run(command).ok();
    String[] options = {"--require", "r2>=0.9", "--metrics", metrics.toString(), "--force"};
    Outcome unmet = run(Cli.args(List.of(command), options));

    assertEquals(plain.out(), unmet.out());
    String value = metrics().at("/evaluation/r2").asText();
    assertEquals("--require 'r2>=0.9' is not met: r2 is " + value, unmet.fault(5));
    for (CSVRecord row : plain.rows()) {
      assertEquals(row.get("value"), metrics().at("/evaluation/" + row.get("metric")).asText());
    }
    assertEquals("unmet", metrics().get("status").textValue());
    Outcome met = run(Cli.args(List.of(command), "--require", "rows==32")).ok();
    assertEquals("met: rows==32\n", met.err().replaceFirst("(?s).*\n(?=met)", ""));
  }

  @Test
  void evaluateFailsWhereAFigureIsNotDefined() throws Exception {
    fit().ok();
    Path flat = Files.writeString(folder.resolve("flat.csv"), oneRow());
    Outcome outcome =
        run("evaluate", model.toString(), flat.toString(), "-q", "--require", "r2>-9e9");

    assertEquals("--require 'r2>-9e9' is not met: r2 is not defined", outcome.fault(5));
  }

  @Test
  void evaluateTellsForceWithoutAFileFromOneThatExists() throws Exception {
    fit().ok();
    String before = Files.readString(metrics);
    String[] command = {"evaluate", model.toString(), MTCARS, "--metrics", metrics.toString()};

    assertTrue(run(command).fault(ExitCode.USAGE).endsWith("exists; --force overwrites it"));
    assertEquals(before, Files.readString(metrics));
    assertEquals(
        "--force has no effect without --metrics",
        run("evaluate", model.toString(), MTCARS, "--force").fault(ExitCode.USAGE));
  }
}
