package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.report.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages about runs, folds, sweeps and models. */
class FitReportTest {
  @TempDir Path folder;

  /** Trains, and writes the page to {@code r.html}. */
  private void report(String... dataAndOptions) {
    List<String> fit = List.of("fit", "-q", "--log-format", "none", "--report", path("r.html"));
    run(Cli.args(fit, dataAndOptions)).ok();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String row(String name, double... values) {
    StringBuilder row = new StringBuilder("<tr><th scope=\"row\">" + name + "</th>");
    for (double value : values) {
      row.append("<td>").append(NumberText.text(value)).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  /** Every figure of the page is that of the other outputs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mtcars --target mpg --validation 0.3 --l2 0.1",
        "titanic --target survived --task classification --validation 0.3",
        "iris --test datasets/iris.csv",
        "iris --hidden 3,2 --epochs 20 --validation 0.3"
      })
  void saysWhatTheOtherOutputsSay(String command) throws IOException {
    String[] words = command.split(" ", 2);
    List<String> fit = new ArrayList<>(List.of("fit", data(words[0])));
    fit.addAll(List.of(words.length > 1 ? words[1].split(" ") : new String[0]));
    fit.addAll(
        List.of(
            "--metrics",
            path("m.json"),
            "--params",
            path("p.csv"),
            "-q",
            "--report",
            path("r.html")));
    Outcome outcome = run(fit.toArray(String[]::new)).ok();
    String page = page("r.html");
    JsonNode metrics = Cli.json(page("m.json"));

    List<String> sections =
        List.of("train", "validation", "test").stream().filter(metrics::has).toList();
    metrics
        .get("train")
        .fieldNames()
        .forEachRemaining(
            name -> {
              double[] values =
                  sections.stream()
                      .mapToDouble(s -> metrics.get(s).get(name).doubleValue())
                      .toArray();
              assertTrue(page.contains(row(name.replace('_', ' '), values)), name);
            });
    for (CSVRecord parameter : Cli.rows(page("p.csv"))) {
      String row =
          "<tr><th scope=\"row\">%s</th><td class=\"text\">%s</td><td>%s</td><td>%s</td>"
              .formatted(
                  parameter.get("input"),
                  parameter.get("output"),
                  NumberText.text(Double.parseDouble(parameter.get("value"))),
                  NumberText.text(Double.parseDouble(parameter.get("scaled_value"))));
      assertTrue(page.contains(row), row);
    }
    List<CSVRecord> log = outcome.rows();
    for (String curve : all(page, "\\{\"name\":\"([^\"]*)\",\"dotted\"")) {
      boolean logged = log.get(0).isMapped(curve);
      String values =
          all(
                  page,
                  "\"name\":\"" + curve + "\",\"dotted\":\\w+,\"x\":\"[^\"]*\",\"y\":\"([^\"]*)\"")
              .get(0);
      if (logged) {
        String last = NumberText.text(Double.parseDouble(log.get(log.size() - 1).get(curve)));
        assertTrue(values.endsWith(" " + last), curve + " " + values);
      }
    }
    assertTrue(page.contains(NumberText.text(metrics.get("baseline_loss").doubleValue())));
  }

  /** The last log row is not needed: the norm of the layers' gradients is that of all. */
  @Test
  void layersShareTheNormOfTheGradient() throws IOException {
    Outcome fit =
        run(
            "fit",
            data("iris"),
            "--hidden",
            "3",
            "--epochs",
            "20",
            "-q",
            "--report",
            path("r.html"));
    String page = page("r.html");
    double squares = 0;
    for (String norm : all(page, "<th scope=\"row\">layer \\d</th><td>([^<]*)<")) {
      squares += Math.pow(Double.parseDouble(norm), 2);
    }
    double[] norms = fit.ok().numbers("grad_norm");

    assertEquals(norms[20], Math.sqrt(squares), 1e-5 * norms[20]);
    assertTrue(page.contains("grad_norm_2"), page);
  }

  @Test
  void twoClassesHaveTheCurveWhoseAreaIsTheMetric() throws IOException {
    report(data("breast_cancer"), "--l2", "0.01", "--metrics", path("m.json"));
    String page = page("r.html");
    double auc = Cli.json(page("m.json")).get("train").get("auc").doubleValue();

    assertTrue(page.contains("ROC of 'malignant': area " + NumberText.text(auc)), page);
    assertTrue(page.contains("Calibration: "), page);
    assertTrue(page.contains("{\"x\":\"false positive rate\""), page);
  }

  @Test
  void numbersHaveNoConfusionAndClassesNoResiduals() throws IOException {
    run(
            "fit",
            data("mtcars"),
            "--target",
            "mpg",
            "-q",
            "--log-format",
            "none",
            "--report",
            path("n.html"))
        .ok();
    run(
            "fit",
            data("iris"),
            "-q",
            "--l2",
            "0.01",
            "--log-format",
            "none",
            "--report",
            path("c.html"))
        .ok();

    assertTrue(page("n.html").contains("Residual (prediction - truth)"));
    assertFalse(page("n.html").contains("Confusion"));
    assertTrue(page("c.html").contains("Confusion"));
    assertFalse(page("c.html").contains("Residual") || page("c.html").contains("ROC"));
  }

  @Test
  void aDivergedRunHasAPageWithWhatToTry() throws IOException {
    Outcome outcome =
        run(
            "fit",
            data("mtcars"),
            "--target",
            "mpg",
            "--lr",
            "5",
            "-q",
            "--report",
            path("r.html"));
    String page = page("r.html");

    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(page.contains("Descent diverged at epoch 3: no model came of it."), page);
    assertTrue(page.contains("try: gdtrain fit"), page);
    assertTrue(page.contains("--force"), "the page is there now");
    assertFalse(page.contains("How good it is"), page);
  }

  /** A mountain needs two directions, and a start that is a number. */
  @Test
  void whereThereIsNoSurfaceThereIsNoMountain() throws IOException {
    String one = Files.writeString(folder.resolve("one.csv"), "x,y\n1,2\n2,4\n3,7\n").toString();
    run("fit", one, "--no-intercept", "-q", "--report", path("one.html")).ok();
    assertFalse(page("one.html").contains("The mountain it went down"));
    assertTrue(page("one.html").contains("The parameters"));

    String[] overflows = Cli.args(Cli.overflowing(folder), "-q", "--report", path("none.html"));
    assertEquals(ExitCode.DIVERGED, run(overflows).code());
    assertFalse(page("none.html").contains("The mountain it went down"));
  }

  /** Rows of all three kinds stand side by side, and the test rows are judged. */
  @Test
  void testRowsAreMeasuredBesideTheOthers() throws IOException {
    run(
            "fit",
            data("titanic"),
            "--validation",
            "0.2",
            "--test",
            data("titanic"),
            "-q",
            "--log-format",
            "none",
            "--report",
            path("all.html"))
        .ok();
    String page = page("all.html");

    for (String rows : List.of("training rows", "validation rows", "test rows")) {
      assertTrue(page.contains(rows), rows);
    }
    assertTrue(page.contains("Predictions of the test rows"), page);
  }

  @Test
  void namesStayText() throws IOException {
    String name = "</script><img src=x onerror=alert(1)>\u2028\"";
    StringBuilder rows =
        new StringBuilder("\"%s\",b,\"t<b>\"\n".formatted(name.replace("\"", "\"\"")));
    for (int i = 0; i < 30; i++) {
      rows.append(
          "%d,\"<i>%d\",\"<u>%s\"\n".formatted(i * 7 % 11, i % 3, i % 2 == 0 ? "no" : "yes'\""));
    }
    Path data =
        Files.writeString(
            folder.resolve("<b>hostile.csv"), rows.toString().replace("yes'\"", "yes'"));
    report(data.toString(), "--l2", "0.1");
    String page = page("r.html");

    for (String tag : List.of("<img", "<b>", "<i>", "<u>", "\u2028")) {
      assertFalse(page.contains(tag), tag);
    }
    assertEquals(page.split("<script", -1).length, page.split("</script>", -1).length);
  }

  @Test
  void quietRunsNoticeTheData() throws IOException {
    Path data = folder.resolve("d.csv");
    StringBuilder rows = new StringBuilder("x,y,z\n");
    for (int i = 0; i < 20; i++) {
      rows.append("%d,%d,%d\n".formatted(i, 2 * i + i % 3, 7 * i % 5));
    }
    Files.writeString(data, rows.toString().replace("\n3,", "\n3000,"));
    run("fit", data.toString(), "-q", "--log-format", "none", "--report", path("q.html")).ok();
    Outcome loud =
        run("fit", data.toString(), "--log-format", "none", "--report", path("l.html")).ok();

    String noticed =
        all(page("q.html"), "What was noticed in the data</h2>\n<ul>(.*?)</ul>").get(0);
    assertTrue(noticed.contains("<li>"), noticed);
    assertTrue(page("l.html").contains(noticed), noticed);
    assertTrue(loud.err().contains("3000"), loud.err());
    assertTrue(noticed.contains("3000"), noticed);
  }

  @Test
  void refusesWhatIsNoPageOrIsThere() throws IOException {
    String[] fit = {"fit", data("xor"), "-q", "--epochs", "2", "--log-format", "none", "--report"};
    String wrong = run(Cli.args(List.of(fit), path("r.txt"))).fault(ExitCode.USAGE);
    assertEquals("--report " + path("r.txt") + ": a page ends with .html", wrong);

    run(Cli.args(List.of(fit), path("r.html"))).ok();
    String there = run(Cli.args(List.of(fit), path("r.html"))).fault(ExitCode.USAGE);
    assertTrue(there.endsWith("exists; --force overwrites it"), there);
    run(Cli.args(List.of(fit), path("r.html"), "--force")).ok();
    String same =
        run(Cli.args(List.of(fit), path("n.html"), "--params", path("n.html")))
            .fault(ExitCode.USAGE);
    assertTrue(same.contains("are the same file"), same);
    Files.copy(Path.of(data("xor")), folder.resolve("d.html"));
    String input =
        run("fit", path("d.html"), "-q", "--report", path("d.html"), "--force")
            .fault(ExitCode.USAGE);
    assertTrue(input.contains("would overwrite DATA"), input);
  }

  @Test
  void foldsHaveAPage() throws IOException {
    String[] cv = {"cv", data("iris"), "--l2", "0.1", "--folds", "3", "--report", path("cv.html")};
    Outcome outcome = run(cv).ok();
    String page = page("cv.html");

    for (CSVRecord record : outcome.rows()) {
      if (record.get("metric").equals("accuracy")) {
        String text = NumberText.text(Double.parseDouble(record.get("value")));
        assertTrue(page.contains("<td>" + text + "</td>"), record + " " + text);
      }
    }
    assertTrue(page.contains("Descent converged in 3 of 3 folds."), page);
    assertTrue(run(cv).fault(ExitCode.USAGE).endsWith("exists; --force overwrites it"));
    run(Cli.args(List.of(cv), "--force", "-q")).ok();
    assertEquals(
        "--force has no effect without --metrics, --predictions or --report",
        run("cv", data("iris"), "--force").fault(ExitCode.USAGE));
  }

  @Test
  void foldsThatDivergedAreTold() throws IOException {
    Outcome outcome =
        run(
            "cv",
            data("mtcars"),
            "--target",
            "mpg",
            "--lr",
            "5",
            "--report",
            path("cv.html"),
            "-q");

    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(page("cv.html").contains("Descent diverged in 5 of 5 folds: look at the notes."));
  }

  @Test
  void sweepsHaveAPage() throws IOException {
    String[] sweep = {
      "sweep",
      data("mtcars"),
      "--target",
      "mpg",
      "--lr",
      "0.001,0.01,5",
      "--optimizer",
      "gd,adam",
      "--epochs",
      "20",
      "--report",
      path("s.html"),
      "-q"
    };
    run(sweep).ok();
    String page = page("s.html");

    assertTrue(page.contains("Of 6 runs, run "), page);
    assertTrue(page.contains("Diverged runs: 1."), page);
    assertTrue(page.contains("lr (log)"), page);
    assertTrue(page.contains("<figcaption>optimizer</figcaption>"), page);
    assertEquals(6, all(page, "<tr><th scope=\"row\">(\\d)</th>").size());
    run(Cli.args(List.of(sweep), "--force")).ok();
    assertEquals(
        "--force has no effect without --best-output or --report",
        run("sweep", data("iris"), "--l2", "0,1", "--force").fault(ExitCode.USAGE));
  }

  @Test
  void aSweepThatDivergedAllThroughIsTold() throws IOException {
    Outcome outcome =
        run(
            "sweep",
            data("mtcars"),
            "--target",
            "mpg",
            "--lr",
            "5,6",
            "--report",
            path("s.html"),
            "-q");

    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(page("s.html").contains("All 2 runs diverged: try shorter steps."));
  }

  @Test
  void lossesWithoutProbabilitiesHaveNoCalibration() throws IOException {
    report(data("xor"), "--loss", "hinge");

    assertTrue(page("r.html").contains("ROC of"));
    assertFalse(page("r.html").contains("Calibration"));
  }

  @Test
  void moreClassesThanFitIntoAMatrixHaveTheTable() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 90; i++) {
      rows.append("%d,c%d\n".formatted(i % 45, i % 45));
    }
    Path data = Files.writeString(folder.resolve("many.csv"), rows);
    report(data.toString(), "--epochs", "3");

    assertFalse(page("r.html").contains("Confusion"));
    assertTrue(page("r.html").contains("<th scope=\"row\">c44</th><td>2</td>"));
  }

  /** Test rows of one class only: what is not defined is a dash. */
  @Test
  void whatIsNotDefinedIsADash() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 20; i++) {
      rows.append("%d,%s\n".formatted(i, i % 3 == 0 ? "yes" : "no"));
    }
    Path data = Files.writeString(folder.resolve("d.csv"), rows);
    Path test = Files.writeString(folder.resolve("t.csv"), "x,y\n1,no\n2,no\n");
    report(data.toString(), "--test", test.toString());
    String page = page("r.html");

    assertTrue(page.contains("ROC of 'yes': area -"), page);
    assertFalse(page.contains(">NaN<") || page.contains(": NaN"), page);
  }

  @Test
  void theLanguageIsOfThePage() throws IOException {
    String[] fit = {
      "fit", data("xor"), "-q", "--epochs", "2", "--log-format", "none", "--lang", "zh-TW"
    };
    assertEquals(
        "--lang has no effect without --report, whose page it is about",
        run(fit).fault(ExitCode.USAGE));
    run(Cli.args(List.of(fit), "--report", path("r.html"))).ok();

    assertTrue(page("r.html").contains("lang=\"zh-TW\""));
    assertTrue(page("r.html").contains("\u6df7\u6dc6\u77e9\u9663"));
  }
}
