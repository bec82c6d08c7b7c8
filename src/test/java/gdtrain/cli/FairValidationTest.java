package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
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

  @Test
  void aLearningCurveEndsWithTheFiguresOfCvAndIsDrawnWithItsLosses() throws Exception {
    Path json = folder.resolve("m.json");
    Path page = folder.resolve("c.svg");
    List<String> cv =
        List.of(
            "cv", data("penguins"), "--target", "species", "--l2", "0.1", "--fold-column", "year");
    String[] more = {"--learning-curve", "--seed", "3", "--metrics", json.toString()};
    Outcome curve = run(Cli.args(cv, more)).ok();
    Outcome plain = run(Cli.args(cv)).ok();
    CSVRecord all = curve.rows().get(4);
    Path table = Files.writeString(folder.resolve("c.csv"), curve.out());
    run("plot", table.toString(), "-o", page.toString()).ok();
    String drawn = Files.readString(page);

    assertTrue(curve.header().startsWith("rows,train_loss,test_loss,train_loss_sd,test_loss_sd,"));
    for (String fold : List.of("mean", "sd")) {
      String end = fold.equals("sd") ? "_sd" : "";
      assertEquals(value(plain, fold, "loss"), number(all, "test_loss" + end));
    }
    assertEquals(
        number(all, "train_accuracy"),
        Cli.json(Files.readString(json)).at("/learning_curve/train_accuracy/4").doubleValue());
    assertTrue(curve.err().contains("rows changed the test loss by "), curve.err());
    assertTrue(drawn.contains("train_loss") && drawn.contains("test_loss"), drawn);
    assertTrue(drawn.contains(">rows<") && !drawn.contains("_sd"), drawn);
    Outcome other = run(Cli.args(cv, "--learning-curve"));
    assertEquals(all.toMap(), other.rows().get(4).toMap());
    assertTrue(number(curve.rows().get(0), "test_loss") != other.numbers("test_loss")[0]);
  }

  @Test
  void aLearningCurveEndsWhereAFoldDiverges() {
    Outcome curve = run("cv", data("mtcars"), "--target", "mpg", "--learning-curve", "--lr", "100");

    assertTrue(curve.fault(ExitCode.DIVERGED).contains("folds diverged"), curve.err());
    assertEquals("2,,,,", curve.out().lines().skip(1).findFirst().orElseThrow().substring(0, 5));
    assertEquals(2, curve.out().lines().count());
  }

  @Test
  void aRowWithoutGroupIsRefusedByItsLine() throws Exception {
    Path csv = Files.writeString(folder.resolve("g.csv"), "x,who,y\n1,a,1.5\n2,,2\n3,b,3\n");
    for (String option : List.of("cv --folds 2 --group who", "fit --validation group:who:0.5")) {
      List<String> words = new ArrayList<>(List.of(option.split(" ")));
      words.add(1, csv.toString());
      Outcome refused = run(words.toArray(String[]::new));
      assertTrue(
          refused.fault(ExitCode.DATA).contains("line 3, column 'who': the missing value names no"),
          refused.err());
    }
  }

  @Test
  void theLossOfTheLastRowsIsThatOfAFileOfThem() throws Exception {
    List<String> lines = Files.readAllLines(Path.of(data("mtcars")));
    Path last = folder.resolve("last.csv");
    Path first = folder.resolve("first.csv");
    Files.write(first, lines.subList(0, 27));
    List<String> held = new ArrayList<>(lines.subList(0, 1));
    held.addAll(lines.subList(27, 33));
    Files.write(last, held);
    List<String> options = List.of("fit", "--target", "mpg", "--log-every", "999", "-q");

    assertEquals(
        run(Cli.args(options, first.toString(), "--validation", last.toString())).ok(),
        run(Cli.args(options, data("mtcars"), "--validation", "last:0.19")).ok());
  }

  @Test
  void aSweepOnFoldsHasTheFiguresOfCvAndNamesTheSimplestWithinOneStandardError() throws Exception {
    Path model = folder.resolve("best.json");
    Path page = folder.resolve("page.html");
    String diabetes = data("diabetes");
    List<String> penalties = List.of("0", "0.1", "10", "300");
    Outcome sweep =
        run(
                "sweep",
                diabetes,
                "--l1",
                "0,0.1,10,300",
                "--folds",
                "4",
                "--seed",
                "7",
                "--best-output",
                model.toString(),
                "--report",
                page.toString())
            .ok();
    List<CSVRecord> rows = sweep.rows();

    assertEquals("run,set_l1,fold,rows,loss,mse,rmse,mae,r2", sweep.header());
    assertEquals(4 * 7, rows.size());
    for (int i = 0; i < 4; i++) {
      Outcome cv =
          run("cv", diabetes, "--l1", penalties.get(i), "--folds", "4", "--seed", "7").ok();
      for (int fold = 0; fold < 6; fold++) {
        CSVRecord row = rows.get(7 * i + fold);
        assertEquals(value(cv, row.get("fold"), "r2") + "", row.get("r2"));
        assertEquals(value(cv, row.get("fold"), "loss") + "", row.get("loss"));
      }
      double deviation = number(rows.get(7 * i + 5), "loss");
      assertEquals(deviation / 2, number(rows.get(7 * i + 6), "loss"), 1e-9);
    }
    double[] means =
        IntStream.range(0, 4).mapToDouble(i -> number(rows.get(7 * i + 4), "loss")).toArray();
    int best = IntStream.range(0, 4).boxed().min(Comparator.comparing(i -> means[i])).get();
    double most = means[best] + number(rows.get(7 * best + 6), "loss");
    int simplest = IntStream.range(0, 4).filter(i -> means[i] <= most).max().orElseThrow();
    assertTrue(simplest > best, best + " " + simplest);
    String again = " again: gdtrain fit " + diabetes + " --l1 ";
    String run = "\nrun %d is the simplest within one standard error".formatted(simplest + 1);
    assertTrue(sweep.err().contains(run), sweep.err());
    assertTrue(sweep.err().contains("the best" + again + penalties.get(best) + "\n"));
    assertTrue(sweep.err().contains("the simplest" + again + penalties.get(simplest) + "\n"));
    assertTrue(Files.readString(page).contains("mean loss"));
    Path fitted = folder.resolve("fit.json");
    run("fit", diabetes, "--l1", penalties.get(best), "-o", fitted.toString()).ok();
    assertEquals(Files.readString(fitted), Files.readString(model));
  }

  @Test
  void theBestOfASweepOnGroupsIsTrainedWithoutTheirColumn() {
    Outcome sweep =
        run(
                "sweep",
                data("titanic"),
                "--group",
                "passenger_class",
                "--folds",
                "3",
                "--hidden",
                "2",
                "--hidden",
                "3",
                "--epochs",
                "2",
                "--exclude",
                "name")
            .ok();

    assertTrue(sweep.err().contains(" --exclude name,passenger_class"), sweep.err());
  }
}
