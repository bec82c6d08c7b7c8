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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Further figures, tables and curves of models; {@code oracles/figures.py} made the oracle. */
class FiguresTest {
  private static final Path FIGURES = Path.of("src/test/resources/oracles/figures.json");

  @TempDir static Path folder;

  private static String two;
  private static String three;
  private static String number;
  private static String hinge;

  @BeforeAll
  static void train() {
    two = trained("two", "mtcars", "am", "classification", "--weight", "carb");
    three = trained("three", "iris", "species", "classification", "--l2", "0.01");
    number = trained("number", "mtcars", "mpg", "regression");
    hinge = trained("hinge", "mtcars", "am", "classification", "--loss", "hinge");
  }

  private static String trained(
      String name, String data, String target, String task, String... more) {
    String model = folder.resolve(name + ".json").toString();
    List<String> fit = List.of("fit", data(data), "--target", target, "--task", task);
    String cars = "model,cyl,disp,drat,wt,vs,gear" + (target.equals("am") ? ",mpg" : "");
    String exclude = data.equals("mtcars") ? cars : "petal_width";
    String[] rest = {"--exclude", exclude, "--log-format", "none", "-q", "-o", model};
    run(Cli.args(Stream.of(fit, List.of(rest)).flatMap(List::stream).toList(), more)).ok();
    return model;
  }

  static Stream<JsonNode> tables() throws IOException {
    JsonNode tables = Cli.json(Files.readString(FIGURES)).get("tables");
    return StreamSupport.stream(tables.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void agreeWithScikitLearn(JsonNode table) throws IOException {
    Path metrics = folder.resolve("metrics.json");
    List<String> fit = new ArrayList<>();
    table.get("arguments").forEach(word -> fit.add(word.asText()));
    String[] more = {
      "--figures",
      "all",
      "--metrics",
      metrics.toString(),
      "--force",
      "--epochs",
      "20000",
      "--tolerance",
      "1e-11",
      "-q",
      "--log-format",
      "none"
    };
    run(Cli.args(fit, more)).ok();

    JsonNode found = Cli.json(Files.readString(metrics)).get("train");
    assertEquals(table.get("figures").size() + 1, found.size(), "one is the number of rows");
    for (Map.Entry<String, JsonNode> expected : table.get("figures").properties()) {
      double value = expected.getValue().asDouble();
      assertEquals(
          value,
          found.get(expected.getKey()).asDouble(),
          1e-6 * Math.max(1, Math.abs(value)),
          expected.getKey());
    }
  }

  private static Map<String, CSVRecord> byMetric(Outcome outcome) {
    return outcome.rows().stream().collect(Collectors.toMap(row -> row.get("metric"), row -> row));
  }

  @Test
  void figuresStandBehindThoseThatAreAlwaysMeasured() {
    String usual = run("evaluate", two, data("mtcars")).ok().out();
    String more = run("evaluate", two, data("mtcars"), "--figures", "mcc,brier,f1").ok().out();

    assertTrue(more.startsWith(usual), more);
    assertEquals(
        List.of("brier", "mcc"),
        more.substring(usual.length()).lines().map(line -> line.split(",")[0]).toList());
  }

  @Test
  void aRequirementMeasuresWhatItNames() throws IOException {
    Path file = folder.resolve("required.json");
    Outcome outcome =
        run(
            "evaluate",
            two,
            data("mtcars"),
            "--require",
            "pr_auc>=0.99999",
            "--require",
            "accuracy_low>0.5",
            "--bootstrap",
            "20",
            "--metrics",
            file.toString(),
            "--force");

    assertEquals(ExitCode.REQUIREMENT, outcome.code(), outcome.err());
    JsonNode json = Cli.json(Files.readString(file));
    double area = json.get("evaluation").get("pr_auc").asDouble();
    assertTrue(area > 0.8 && area < 0.99999, "" + area);
    assertTrue(outcome.err().contains("'pr_auc>=0.99999' is not met: pr_auc is " + area));
    assertTrue(json.get("requirements").get(1).get("met").asBoolean());
    assertFalse(json.get("evaluation").has("brier"));
  }

  @Test
  void anEarlierRunIsComparedByItsFigures() throws IOException {
    Path file = folder.resolve("base.json");
    String[] more = {"--figures", "all", "--metrics", file.toString(), "-q"};
    run(Cli.args(List.of("evaluate", two, data("mtcars")), more)).ok();
    JsonNode base = Cli.json(Files.readString(file)).get("evaluation");
    double brier = base.get("brier").asDouble();
    String better =
        Files.readString(file).replaceFirst("(\"brier\"\\s*:\\s*)[0-9.]+", "$1" + brier / 2);
    Files.writeString(file, better);
    Outcome outcome = run("evaluate", two, data("mtcars"), "--no-worse-than", file.toString());

    assertEquals(ExitCode.REQUIREMENT, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("is not met: brier is " + brier + ", where it was " + brier / 2),
        outcome.err());
  }

  @Test
  void foldsHaveFiguresToo() {
    Outcome outcome =
        run("cv", data("iris"), "--l2", "0.01", "--folds", "2", "--figures", "top_2,mcc", "-q")
            .ok();

    assertEquals(
        List.of("rows", "loss", "accuracy", "balanced_accuracy", "mcc", "top_2"),
        outcome.rows().stream()
            .filter(row -> row.get("fold").equals("sd"))
            .map(row -> row.get("metric"))
            .toList());
  }

  @Test
  void fitSaysFiguresOfAllItsRowsAndItsModelIsTheSame() throws IOException {
    List<String> fit =
        List.of("fit", data("mtcars"), "--target", "mpg", "--exclude", "model", "--test", "0.3");
    Path plain = folder.resolve("plain.json");
    Path more = folder.resolve("more.json");
    run(Cli.args(fit, "-o", plain.toString(), "--log-format", "none")).ok();
    Outcome outcome =
        run(Cli.args(
                fit,
                "-o",
                more.toString(),
                "--log-format",
                "none",
                "--figures",
                "median_ae",
                "--require",
                "test_mape<1"))
            .ok();

    assertEquals(2, outcome.err().lines().filter(line -> line.contains(", median ae ")).count());
    assertEquals(2, outcome.err().lines().filter(line -> line.contains(", mape ")).count());
    assertEquals(Files.readString(plain), Files.readString(more));
  }

  @Test
  void explainedDevianceOfSquaredErrorIsR2InEveryResample() {
    Map<String, CSVRecord> rows =
        byMetric(
            run("evaluate", number, data("mtcars"), "--figures", "d2", "--bootstrap", "50").ok());

    for (String cell : List.of("low", "high")) {
      double r2 = Double.parseDouble(rows.get("r2").get(cell));
      assertEquals(r2, Double.parseDouble(rows.get("d2").get(cell)), 1e-12);
      double loss = Double.parseDouble(rows.get("loss").get(cell));
      assertEquals(Double.parseDouble(rows.get("mse").get(cell)), loss, 1e-12 * loss);
    }
    assertEquals("", rows.get("rows").get("low"));
  }

  @Test
  void crossEntropyIsTheLogarithmicLossInEveryResample() {
    Map<String, CSVRecord> rows =
        byMetric(
            run(
                    "evaluate",
                    three,
                    data("iris"),
                    "--figures",
                    "log_loss",
                    "--bootstrap",
                    "50",
                    "--bootstrap-seed",
                    "1")
                .ok());

    for (String cell : List.of("value", "low", "high")) {
      double loss = Double.parseDouble(rows.get("loss").get(cell));
      assertEquals(loss, Double.parseDouble(rows.get("log_loss").get(cell)), 1e-12);
    }
  }

  @Test
  void resamplesThatLackAFigureAreCounted() throws IOException {
    Path few = folder.resolve("few.csv");
    List<String> lines = Files.readAllLines(Path.of(data("mtcars")));
    Files.write(few, List.of(lines.get(0), lines.get(1), lines.get(4), lines.get(5)));
    Outcome outcome = run("evaluate", two, few.toString(), "--bootstrap", "40");

    assertTrue(outcome.ok().err().contains("auc is not defined in "), outcome.err());
    assertTrue(outcome.err().contains(" of the resamples, which are left out"), outcome.err());
  }

  @Test
  void confusionCountsWeights() {
    Outcome outcome = run("evaluate", two, data("mtcars"), "--confusion").ok();

    assertEquals("true,predicted_0,predicted_1", outcome.header());
    double all = 0;
    for (String column : List.of("predicted_0", "predicted_1")) {
      all += outcome.numbers(column)[0] + outcome.numbers(column)[1];
    }
    assertEquals(90, all); // the sum of carb
    assertTrue(outcome.err().contains("a row for every true class, a column for every predicted"));
  }

  @Test
  void averagesOfClassesAreTheirFigures() {
    Outcome classes = run("evaluate", three, data("iris"), "--by-class").ok();
    Map<String, CSVRecord> figures =
        byMetric(run("evaluate", three, data("iris"), "--figures", "all").ok());
    List<CSVRecord> rows = classes.rows();

    assertEquals("kind,class,precision,recall,f1,support", classes.header());
    assertEquals(List.of("class", "setosa"), List.of(rows.get(0).get(0), rows.get(0).get(1)));
    assertEquals("50", rows.get(0).get("support"));
    assertEquals("macro", rows.get(3).get("kind"));
    assertEquals(figures.get("macro_f1").get("value"), rows.get(3).get("f1"));
    assertEquals(figures.get("balanced_accuracy").get("value"), rows.get(3).get("recall"));
    assertEquals("weighted", rows.get(4).get("kind"));
    assertEquals(figures.get("weighted_f1").get("value"), rows.get(4).get("f1"));
    assertEquals("150", rows.get(4).get("support"));
  }

  @Test
  void curvesHoldTheAreasOfTheFigures() {
    Map<String, CSVRecord> figures =
        byMetric(run("evaluate", two, data("mtcars"), "--figures", "pr_auc").ok());
    Outcome roc = run("evaluate", two, data("mtcars"), "--curve", "roc").ok();
    Outcome pr = run("evaluate", two, data("mtcars"), "--curve", "pr").ok();
    Outcome gain = run("evaluate", two, data("mtcars"), "--curve", "gain").ok();
    double[] wrong = roc.numbers("false_positive_rate");
    double[] recall = roc.numbers("recall");
    double[] precision = pr.numbers("precision");
    double area = 0;
    double average = 0;
    for (int i = 1; i < recall.length; i++) {
      area += (wrong[i] - wrong[i - 1]) * (recall[i] + recall[i - 1]) / 2;
      average += (recall[i] - recall[i - 1]) * precision[i];
    }

    assertEquals("class,threshold,false_positive_rate,recall", roc.header());
    assertEquals("1,Infinity,0.0,0.0", roc.out().lines().toList().get(1));
    assertEquals(Double.parseDouble(figures.get("auc").get("value")), area, 1e-12);
    assertEquals(Double.parseDouble(figures.get("pr_auc").get("value")), average, 1e-12);
    assertEquals("class,threshold,share,recall,lift", gain.header());
    double[] share = gain.numbers("share");
    assertEquals(1, share[share.length - 1], 1e-15);
    assertEquals(1, gain.numbers("lift")[share.length - 1], 1e-15);
  }

  @Test
  void curvesOfMoreClassesAreOfEachAgainstAllOthers() {
    Outcome outcome = run("evaluate", three, data("iris"), "--curve", "calibration").ok();
    double[] rows = outcome.numbers("rows");
    double[] share = outcome.numbers("share");
    Map<String, Double> found =
        IntStream.range(0, rows.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> outcome.rows().get(i).get("class"),
                    Collectors.summingDouble(i -> rows[i] * share[i])));

    assertEquals(3, found.size());
    found.forEach((name, count) -> assertEquals(50, count, 1e-9, name));
  }

  @Test
  void aLossWithoutProbabilitiesHasCurvesOfItsRawOutput() {
    Outcome outcome = run("evaluate", hinge, data("mtcars"), "--curve", "roc").ok();

    assertTrue(outcome.numbers("threshold")[1] > 1);
    assertFalse(
        run("evaluate", hinge, data("mtcars"), "--figures", "all").ok().out().contains("brier"));
  }
}
