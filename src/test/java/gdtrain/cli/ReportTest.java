package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.output.ExitCode;
import gdtrain.report.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page about a saved model. */
class ReportTest {
  private static final String TITANIC = data("titanic");

  @TempDir static Path folder;

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String page(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @BeforeAll
  static void trainAModel() {
    run(
            "fit",
            TITANIC,
            "--target",
            "survived",
            "--task",
            "classification",
            "--validation",
            "0.3",
            "-o",
            path("m.json"),
            "--log",
            path("log.csv"),
            "-q")
        .ok();
  }

  @Test
  void withoutDataItHasWhatTheModelRecords() throws IOException {
    run("report", path("m.json"), "-o", path("model.html")).ok();
    String page = page("model.html");

    assertTrue(page.contains("On the validation rows, 'survived' is told right for 79.6 %"), page);
    assertTrue(page.contains("gdtrain replay " + path("m.json")), page);
    assertTrue(page.contains("passenger_class=2nd"), page);
    assertFalse(page.contains("Confusion") || page.contains("class=\"chart\""), page);
  }

  @Test
  void onDataItHasTheFiguresOfEvaluate() throws IOException {
    run("report", path("m.json"), TITANIC, "-q", "--log", path("log.csv"), "-o", path("data.html"))
        .ok();
    String page = page("data.html");

    for (CSVRecord metric : run("evaluate", path("m.json"), TITANIC).ok().rows()) {
      String text = NumberText.text(Double.parseDouble(metric.get("value")));
      assertTrue(page.contains("<td>" + text + "</td></tr>"), metric.toString());
    }
    assertTrue(page.contains("Confusion"), page);
    assertEquals(6, page.split("<figure class=\"chart\">", -1).length - 1);
  }

  /** What is piped in has as many curves as a file. */
  @Test
  void theLogMayBeStandardInput() throws IOException {
    byte[] log = Files.readAllBytes(folder.resolve("log.csv"));
    Cli.runOn(log, "report", path("m.json"), "--log", "-", "-o", path("piped.html")).ok();

    assertEquals(3, page("piped.html").split("<figure class=\"chart\">", -1).length - 1);
  }

  @Test
  void logsOfOtherProgramsHaveTheCurvesTheyHave() throws IOException {
    Files.writeString(folder.resolve("keras.csv"), "epoch,loss\n0,2\n1,1\n");
    run("report", path("m.json"), "--log", path("keras.csv"), "-o", path("keras.html")).ok();

    assertEquals(1, page("keras.html").split("<figure class=\"chart\">", -1).length - 1);
  }

  @Test
  void anEditedModelIsDoubted() throws IOException {
    String text = page("m.json").replaceFirst("\"epochs\" : (\\d)", "\"epochs\" : 9$1");
    Files.writeString(folder.resolve("edited.json"), text);
    String told = run("report", path("edited.json"), "-o", path("edited.html")).ok().err();
    String trusted =
        run("report", path("edited.json"), "--trust", "--force", "-o", path("edited.html"))
            .ok()
            .err();

    assertTrue(told.startsWith("warning: "), told);
    assertEquals("", trusted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report m.json | --output FILE is missing",
        "report m.json -o a.txt | a page ends with .html",
        "report m.json -o a.html --delimiter , | --delimiter has no effect without DATA",
        "report m.json -o a.html --unseen base | --unseen has no effect without DATA",
        "report m.json -o m.json --force | would overwrite MODEL",
        "report m.json --log log.csv -o log.csv --force | would overwrite --log"
      })
  void refusesWhatMakesNoPage(String line, String sentence) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].matches(".*[.].*") ? path(words[i]) : words[i];
    }
    String fault = run(words).fault(ExitCode.USAGE);

    assertTrue(fault.contains(sentence), fault);
  }

  @Test
  void aModelComesBeforeTheData() {
    String fault =
        run("report", TITANIC, path("m.json"), "-o", path("x.html")).fault(ExitCode.USAGE);
    assertTrue(fault.startsWith("the model comes before the data"), fault);
    run("report", TITANIC, "-o", path("x.html")).fault(ExitCode.DATA);
  }

  /** A file that somebody cut is read as far as it goes. */
  @Test
  void whatAModelDoesNotRecordIsADash() throws IOException {
    String text =
        page("m.json")
            .replaceFirst("\"accuracy\" : [0-9.]+,", "")
            .replaceFirst("\"ending\" : \"\\w+\"", "\"ending\" : \"?\"");
    Files.writeString(folder.resolve("cut.json"), text);
    run("report", path("cut.json"), "--trust", "-o", path("cut.html")).ok();

    assertFalse(page("cut.html").contains("Descent "), page("cut.html"));
  }
}
