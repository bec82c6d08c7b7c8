package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved model applied to tables, by predict and evaluate. */
class PredictTest {
  private static final String IRIS = data("iris");

  /** Sells by size, color and a number of days; the levels of color are blue, green, red. */
  private static final String SALES =
      "size,color,days,price\n1,red,3,5\n2,blue,1,4\n3,green,2,9\n4,red,7,12\n5,blue,5,9\n6,green,6,14\n";

  @TempDir Path folder;
  private String model;
  private String sales;

  @BeforeEach
  void nameFiles() throws IOException {
    model = folder.resolve("model.json").toString();
    sales = write("sales.csv", SALES);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void fitSales() {
    run("fit", sales, "-o", model).ok();
  }

  @Test
  void saysWhichMissingCellsWereFilled() throws IOException {
    fitSales();
    String gaps = write("gaps.csv", "size,color,days\n1,red,\n,blue,1\n3,green,\n");

    String sentence = "missing cells of 3 rows: size 1, days 2; they are read as in training\n";
    assertEquals(sentence, run("predict", model, gaps).ok().err());
    assertEquals("", run("predict", model, gaps, "-q").ok().err());
    assertEquals("", run("predict", model, sales).ok().err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "titanic"})
  void predictAndEvaluateAgreeWithWhatFitSaid(String name) throws Exception {
    Outcome fit = run("fit", data(name), "-o", model).ok();
    JsonNode accuracy = json(Files.readString(Path.of(model))).at("/run/result/training/accuracy");
    List<CSVRecord> predictions = run("predict", model, data(name)).ok().rows();
    List<CSVRecord> truths = Cli.rows(Files.readString(Path.of(data(name))));

    int right = 0;
    for (int i = 0; i < truths.size(); i++) {
      String truth = truths.get(i).get(truths.get(i).size() - 1);
      right += truth.equals(predictions.get(i).get("prediction")) ? 1 : 0;
    }
    assertEquals(truths.size(), predictions.size());
    assertEquals(accuracy.doubleValue(), (double) right / truths.size(), 1e-15);
    assertEquals(accuracy.asText(), metric(run("evaluate", model, data(name)).ok(), "accuracy"));
    assertTrue(fit.err().contains(", accuracy " + accuracy.asText().substring(0, 6)));
  }

  @Test
  void evaluateGivesTheLossThatFitEndedWith() throws Exception {
    Outcome fit = run("fit", IRIS, "-o", model).ok();
    double[] loss = fit.numbers("loss");
    Outcome evaluation = run("evaluate", model, IRIS).ok();

    assertEquals("metric,value", evaluation.header());
    assertEquals("150", metric(evaluation, "rows"));
    assertEquals(loss[loss.length - 1], Double.parseDouble(metric(evaluation, "loss")), 1e-15);
  }

  private static String metric(Outcome evaluation, String name) {
    return evaluation.rows().stream()
        .filter(row -> row.get("metric").equals(name))
        .map(row -> row.get("value"))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "titanic"})
  void probabilitiesOfARowSumToOneAndTheLargestNamesTheClass(String name) throws Exception {
    run("fit", data(name), "-o", model).ok();
    for (CSVRecord row : run("predict", model, data(name)).ok().rows()) {
      double sum = 0;
      String best = "";
      for (String column : row.toMap().keySet()) {
        if (column.startsWith("probability_")) {
          double probability = Double.parseDouble(row.get(column));
          sum += probability;
          boolean better = best.isEmpty() || probability > Double.parseDouble(row.get(best));
          best = better ? column : best;
        }
      }
      assertEquals(1, sum, 1e-12);
      assertEquals("probability_" + row.get("prediction"), best);
    }
  }

  @Test
  void appendKeepsTheSpellingOfEveryCell() throws Exception {
    fitSales();
    String odd =
        "size,color,days,note\n1.50,red,NA,\"a, \"\"b\"\"\"\n1e0,blue,007,NaN\n+2,,-0.0,\n";
    String file = write("odd.csv", odd);
    List<CSVRecord> rows = run("predict", model, file, "--append").ok().rows();
    List<CSVRecord> plain = run("predict", model, file).ok().rows();

    List<CSVRecord> originals = Cli.rows(odd);
    assertEquals(3, rows.size());
    for (int i = 0; i < 3; i++) {
      for (String column : List.of("size", "color", "days", "note")) {
        assertEquals(originals.get(i).get(column), rows.get(i).get(column));
      }
      assertEquals(plain.get(i).get("prediction"), rows.get(i).get("prediction"));
    }
  }

  @Test
  void writesToAFileWhatItWouldPrint() throws Exception {
    fitSales();
    Path file = folder.resolve("predictions.csv");
    Outcome printed = run("predict", model, sales).ok();
    Outcome written = run("predict", model, sales, "-o", file.toString()).ok();

    assertEquals("", written.out());
    assertEquals(printed.out(), Files.readString(file));
  }

  @Test
  void overwritesAFileOnlyByForce() throws Exception {
    fitSales();
    String file = write("predictions.csv", "old");

    String sentence = run("predict", model, sales, "-o", file).fault(ExitCode.USAGE);
    assertEquals("--output " + file + " exists; --force overwrites it", sentence);
    assertEquals("old", Files.readString(Path.of(file)));
    run("predict", model, sales, "-o", file, "--force").ok();
    assertEquals(run("predict", model, sales).ok().out(), Files.readString(Path.of(file)));
  }

  @Test
  void findsColumnsByNameAndPassesOverOthersAndNeedsNoTarget() throws Exception {
    fitSales();
    StringBuilder moved = new StringBuilder("days,extra,color,size\n");
    for (CSVRecord row : Cli.rows(SALES)) {
      moved.append("%s,x y,%s,%s%n".formatted(row.get(2), row.get(1), row.get(0)));
    }
    String file = write("moved.csv", moved.toString());

    assertEquals(run("predict", model, sales).ok().out(), run("predict", model, file).ok().out());
  }

  @Test
  void namesTheColumnThatIsMissing() throws Exception {
    fitSales();
    String file = write("short.csv", "size,color,price\n1,red,5\n");

    for (String command : List.of("predict", "evaluate")) {
      String sentence = run(command, model, file).fault(ExitCode.DATA);
      assertTrue(sentence.contains("short.csv has no column 'days'"), sentence);
      assertTrue(sentence.contains("size, color, price"), sentence);
    }
  }

  @Test
  void namesAMissingCategoryColumnToo() throws Exception {
    fitSales();
    String file = write("short.csv", "size,days,price\n1,3,5\n");

    String sentence = run("predict", model, file).fault(ExitCode.DATA);
    assertTrue(sentence.contains("short.csv") && sentence.contains("'color'"), sentence);
  }

  @Test
  void evaluateNeedsTheTarget() throws Exception {
    fitSales();
    String file = write("unknown.csv", "size,color,days\n1,red,3\n");

    String sentence = run("evaluate", model, file).fault(ExitCode.DATA);
    assertTrue(sentence.contains("'price'"), sentence);
  }

  @Test
  void refusesACategoryItHasNotSeenNamingLineAndValue() throws Exception {
    fitSales();
    String file = write("new.csv", "size,color,days\n1,red,3\n2,pink,1\n");

    String sentence = run("predict", model, file).fault(ExitCode.DATA);
    assertTrue(sentence.contains("new.csv, line 3, column 'color': 'pink' is none"), sentence);
    assertTrue(sentence.contains("--unseen base"), sentence);
  }

  @Test
  void readsAnUnseenCategoryAsTheBaseIfToldTo() throws Exception {
    fitSales();
    String unseen = write("new.csv", "size,color,days\n1,red,3\n2,pink,1\n");
    String base = write("base.csv", "size,color,days\n1,red,3\n2,blue,1\n");

    assertEquals(
        run("predict", model, base).ok().out(),
        run("predict", model, unseen, "--unseen", "base").ok().out());
  }

  @Test
  void refusesTextInANumericColumnNamingLineColumnAndValue() throws Exception {
    fitSales();
    String file = write("text.csv", "size,color,days\n1,red,3\n2,blue,often\n");

    String sentence = run("predict", model, file).fault(ExitCode.DATA);
    assertTrue(sentence.contains("line 3, column 'days'"), sentence);
    assertTrue(sentence.contains("'often' is not a number"), sentence);
  }

  @Test
  void readsMissingCellsAsTheModelSays() throws Exception {
    fitSales();
    String missing = write("missing.csv", "size,color,days\n,,\n");
    String filled = write("filled.csv", "size,color,days\n3.5,blue,4\n");

    assertEquals(
        run("predict", model, filled).ok().out(), run("predict", model, missing).ok().out());
  }

  @Test
  void leavesOutRowsWithoutTargetAndSaysSo() throws Exception {
    fitSales();
    String file = write("gap.csv", SALES + "7,red,1,\n");
    Outcome evaluation = run("evaluate", model, file).ok();

    assertEquals(run("evaluate", model, sales).ok().out(), evaluation.out());
    assertTrue(evaluation.err().contains("1 of 7 rows"), evaluation.err());
    assertEquals("", run("evaluate", model, file, "-q").ok().err());
  }
}
