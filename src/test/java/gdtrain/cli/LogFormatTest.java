package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of the loss log. */
class LogFormatTest {
  private static final List<String> FIT = List.of("fit", data("iris"), "--epochs", "20");
  private static final List<String> LONGLEY = List.of("fit", data("longley"), "--target", "TOTEMP");

  @TempDir Path folder;

  @Test
  void separatesByTabsAndPrintsNanWhereCsvIsEmpty() {
    String csv = run(Cli.args(FIT)).ok().out();
    String tsv = run(Cli.args(FIT, "--log-format", "tsv")).ok().out();

    assertEquals(csv.replace(",\n", ",NaN\n").replace(',', '\t'), tsv);
  }

  @Test
  void separatesByBlanksBehindAHeaderThatIsAComment() {
    String csv = run(Cli.args(FIT)).ok().out();
    String vnl = run(Cli.args(FIT, "--log-format", "vnl")).ok().out();

    assertEquals("# " + csv.replace(",\n", ",NaN\n").replace(',', ' '), vnl);
  }

  @Test
  void printsNoLogIfNoneIsWanted() {
    assertEquals("", run(Cli.args(FIT, "--log-format", "none")).ok().out());
  }

  @Test
  void writesTheSameBytesToTheFileAndToStandardOutput() throws Exception {
    for (String format : List.of("csv", "tsv", "jsonl", "vnl")) {
      Path file = folder.resolve("log." + format);
      String[] options = {"--log", file.toString(), "--log-format", format};
      Outcome fit = run(Cli.args(FIT, "--log-format", format)).ok();

      assertEquals("", run(Cli.args(FIT, options)).ok().out(), "the file has it instead");
      assertEquals(fit.out(), Files.readString(file));
      assertTrue(fit.out().lines().count() > 20);
    }
  }

  @Test
  void keepsTheLogInTheFileWhereStandardOutputHasTheParameters() throws Exception {
    Path file = folder.resolve("log.csv");
    Outcome both = run(Cli.args(FIT, "--params", "-", "--log", file.toString())).ok();

    assertEquals(run(Cli.args(FIT, "--params", "-")).ok().out(), both.out());
    assertEquals(run(Cli.args(FIT)).ok().out(), Files.readString(file));
  }

  @Test
  void logsTheFirstEveryNthAndTheLastEpoch() {
    List<String> all = run(Cli.args(FIT)).ok().out().lines().toList();
    List<String> some = run(Cli.args(FIT, "--log-every", "7")).ok().out().lines().toList();

    assertEquals(List.of(all.get(0), all.get(1), all.get(8), all.get(15), all.get(21)), some);
    assertEquals(3, run(Cli.args(FIT, "--log-every", "99")).ok().out().lines().count());
    assertEquals(4, run(Cli.args(FIT, "--log-every", "10")).ok().out().lines().count());
  }

  @Test
  void repeatsTheRowsOfCsvAsJson() {
    List<CSVRecord> rows = run(Cli.args(FIT)).ok().rows();
    List<JsonNode> events = events(run(Cli.args(FIT, "--log-format", "jsonl")).ok());

    for (int i = 0; i < rows.size(); i++) {
      JsonNode event = events.get(i);
      assertEquals(List.of("event", "epoch", "loss", "grad_norm", "lr"), names(event));
      assertEquals("epoch", event.get("event").textValue());
      for (String column : List.of("epoch", "loss", "grad_norm", "lr")) {
        String cell = rows.get(i).get(column);
        assertEquals(cell.isEmpty() ? "null" : cell, event.get(column).asText());
      }
    }
    assertEquals(rows.size() + 2, events.size());
  }

  @Test
  void endsJsonWithTheParametersThatCsvHas() {
    List<CSVRecord> rows = run(Cli.args(FIT, "--params", "-")).ok().rows();
    JsonNode event = events(run(Cli.args(FIT, "--log-format", "jsonl")).ok()).get(21);

    assertEquals("params", event.get("event").textValue());
    assertEquals(rows.size(), event.get("parameters").size());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode parameter = event.get("parameters").get(i);
      assertEquals(List.of("layer", "output", "input", "value", "scaled_value"), names(parameter));
      for (String name : names(parameter)) {
        assertEquals(rows.get(i).get(name), parameter.get(name).asText());
      }
    }
  }

  @Test
  void endsJsonWithTheResultThatTheModelHas() throws Exception {
    Path model = folder.resolve("m.json");
    String[] options = {"--log-format", "jsonl", "--validation", "0.2", "-o", model.toString()};
    List<JsonNode> events = events(run(Cli.args(FIT, options)).ok());

    JsonNode summary = events.get(events.size() - 1);
    JsonNode result = json(Files.readString(model)).at("/run/result");
    assertEquals("summary", summary.get("event").textValue());
    assertEquals("ok", summary.get("status").textValue());
    assertTrue(names(result).containsAll(List.of("evaluations", "training", "validation")));
    names(result).forEach(name -> assertEquals(result.get(name), summary.get(name)));
    assertEquals(result.size() + 2, summary.size());
  }

  @Test
  void endsTheJsonOfADivergedRunWithItsStatusAndNullForWhatIsNotFinite() {
    Outcome fit = run(Cli.args(LONGLEY, "--lr", "1e200", "--log-format", "jsonl"));
    List<JsonNode> events = events(fit);

    assertEquals(ExitCode.DIVERGED, fit.code());
    assertEquals(4, events.size());
    assertTrue(events.get(1).get("loss").isNull());
    assertEquals("params", events.get(2).get("event").textValue());
    assertEquals("summary", events.get(3).get("event").textValue());
    assertEquals("diverged", events.get(3).get("status").textValue());
    assertEquals(1, events.get(3).get("epochs").intValue());
    assertTrue(events.get(3).get("loss").isNull());
    assertTrue(!fit.out().contains("NaN") && !fit.out().contains("Infinity"), fit.out());
  }

  @Test
  void escapesNamesInJson() throws Exception {
    Path file = folder.resolve("odd.csv");
    Files.writeString(file, "\"a \"\"b\"\"\\,é\",y\n1,2\n2,3\n3,5\n");
    List<JsonNode> events = events(run("fit", file.toString(), "--log-format", "jsonl").ok());

    String name = events.get(events.size() - 2).at("/parameters/0/input").textValue();
    assertEquals("a \"b\"\\,é", name);
  }

  private static List<JsonNode> events(Outcome outcome) {
    return outcome.out().lines().map(Cli::json).toList();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> i = object.fieldNames(); i.hasNext(); ) {
      names.add(i.next());
    }
    return names;
  }
}
