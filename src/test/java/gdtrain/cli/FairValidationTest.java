package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows are held out, and what is predicted for them. */
class FairValidationTest {
  @TempDir Path folder;

  /** The value of a metric of a fold. */
  private static double value(Outcome cv, String fold, String metric) {
    return cv.rows().stream()
        .filter(row -> row.get("fold").equals(fold) && row.get("metric").equals(metric))
        .mapToDouble(row -> Double.parseDouble(row.get("value")))
        .findFirst()
        .orElseThrow();
  }

  private List<CSVRecord> rows(Path file) throws Exception {
    return Cli.rows(Files.readString(file));
  }

  @Test
  void predictionsOutOfFoldHaveTheFiguresOfTheirFolds() throws Exception {
    Path file = folder.resolve("p.csv");
    Outcome cv =
        run("cv", data("iris"), "--l2", "0.01", "--repeats", "2", "--predictions", file.toString())
            .ok();
    List<String> lines = Files.readAllLines(Path.of(data("iris")));
    List<CSVRecord> rows = rows(file);

    assertEquals(300, rows.size());
    for (int repeat = 0; repeat < 2; repeat++) {
      assertEquals(
          IntStream.rangeClosed(2, 151).boxed().toList(),
          rows.subList(150 * repeat, 150 * (repeat + 1)).stream()
              .map(row -> Integer.parseInt(row.get("line")))
              .sorted()
              .toList());
    }
    for (CSVRecord row : rows) {
      String record = lines.get(Integer.parseInt(row.get("line")) - 1);
      assertTrue(record.endsWith("," + row.get("truth")), record);
    }
    for (String fold : List.of("1", "5", "10")) {
      List<CSVRecord> of = rows.stream().filter(row -> row.get("fold").equals(fold)).toList();
      double loss =
          of.stream()
              .mapToDouble(r -> -Math.log(Double.parseDouble(r.get("probability_" + r.get(2)))))
              .average()
              .orElseThrow();
      long right = of.stream().filter(r -> r.get("truth").equals(r.get("prediction"))).count();
      assertEquals(value(cv, fold, "loss"), loss, 1e-12);
      assertEquals(value(cv, fold, "accuracy"), (double) right / of.size(), 1e-12);
    }
  }

  @Test
  void predictedNumbersAreInTheUnitOfTheColumnAndEmptyWhereAFoldDiverged() throws Exception {
    Path file = folder.resolve("p.csv");
    List<String> command = List.of("cv", data("mtcars"), "--folds", "3", "--target", "mpg");
    Outcome cv =
        run(Cli.args(command, "--predictions", file.toString(), "--hidden", "2", "--epochs", "9"));
    double error =
        rows(file).stream()
            .filter(row -> row.get("fold").equals("2"))
            .mapToDouble(r -> Double.parseDouble(r.get(2)) - Double.parseDouble(r.get(3)))
            .map(Math::abs)
            .average()
            .orElseThrow();

    assertEquals(value(cv.ok(), "2", "mae"), error, 1e-12);
    String exists = file + " exists; --force overwrites it";
    Outcome again = run(Cli.args(command, "--predictions", file.toString()));
    assertEquals("--predictions " + exists, again.fault(ExitCode.USAGE));
    String[] diverging = {"--predictions", file.toString(), "--lr", "100", "--force"};
    run(Cli.args(command, diverging)).fault(ExitCode.DIVERGED);
    assertEquals(32, rows(file).stream().filter(row -> row.get("prediction").isEmpty()).count());
  }
}
