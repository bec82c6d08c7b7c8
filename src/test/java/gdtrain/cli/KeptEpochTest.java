package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which epoch is kept and what is said of it; learning rates and penalties that follow from rows.
 */
class KeptEpochTest {
  @TempDir Path folder;

  private static Outcome fit(String line) {
    return run(args(List.of("fit"), line.split(" ")));
  }

  private static String cars(String options) {
    return data("mtcars") + " --target mpg --exclude model --log-format none " + options;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.2", "0.3", "0.5"})
  void validationRowsOnlyWatchALinearModel(String share) {
    Outcome outcome = fit(cars("--validation " + share + " --require converged -v")).ok();
    assertFalse(outcome.err().contains("is kept, where"), outcome.err());
    assertFalse(outcome.err().contains("estimate of the distance was wrong"), outcome.err());
    assertTrue(outcome.err().contains("exact minimum for the training rows"), outcome.err());
  }

  @Test
  void withPatienceTheEpochTheyPreferIsKeptWhichIsNoMinimum() {
    String patient = "--validation 0.3 --patience 2000 --epochs 2000";
    Outcome outcome = fit(cars(patient)).ok();
    assertTrue(
        outcome.err().contains("is kept, where the validation loss is lowest"), outcome.err());
    assertFalse(outcome.err().contains("estimate of the distance was wrong"), outcome.err());
    assertEquals(ExitCode.REQUIREMENT, fit(cars(patient + " --require converged")).code());
  }

  @Test
  void theLowestIsNamedWhereARunDidNotConverge() {
    Outcome outcome = fit(cars("--lr 0.05 --batch-size 4 --epochs 50")).ok();
    assertTrue(outcome.err().contains(" is kept, where the loss is lowest"), outcome.err());
    assertFalse(outcome.err().contains("estimated distance"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource({"8, 56", "442, 1", "1, 442"})
  void plainDescentInBatchesTakesItsRateFromTheBound(int rows, int steps) {
    String line = data("diabetes") + " --epochs 30 -v --log-format none --batch-size " + rows;
    Outcome outcome = fit(line).ok();
    String said =
        outcome.err().lines().filter(l -> l.startsWith("--lr ")).findFirst().orElseThrow();
    double rate = Double.parseDouble(said.split(" ")[1]);
    double stable = 0.248496; // 2 / the largest eigenvalue of 2 X'X / rows
    assertEquals(stable / 2 / (1 + 10.0 / rows), rate, 0.05 * rate);
    assertEquals(steps > 1, outcome.err().contains(", %d steps an epoch".formatted(steps)));
    assertTrue(fit(line + " --require loss<3500").code() == ExitCode.OK, outcome.err());
    assertEquals(fit(line + " --lr " + rate).ok().out(), outcome.out());
  }

  @Test
  void aWeightIsAsManyCopiesInTheAutomaticPenaltyOfNetworks() throws IOException {
    StringBuilder weighted = new StringBuilder("x,w,y\n");
    StringBuilder copied = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      String row = "%d,%%s%d\n".formatted(i, (i * i) % 17);
      weighted.append(row.formatted((1 + i % 3) + ","));
      copied.append(row.formatted("").repeat(1 + i % 3));
    }
    Path one = Files.writeString(folder.resolve("weighted.csv"), weighted);
    Path other = Files.writeString(folder.resolve("copied.csv"), copied);
    String options = " --target y --hidden 3 --epochs 1 --log-format none";
    assertEquals("l2 0.0126582", penalty(fit(one + options + " --weight w").ok())); // 1 / 79
    assertEquals("l2 0.0126582", penalty(fit(other + options).ok()));
  }

  private static String penalty(Outcome outcome) {
    return outcome.err().replaceAll("(?s).*, (l2 [0-9.]+).*", "$1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | wherever 'z' is above 0, it is 'b', so",
        "-1 | wherever 'z' is below 0, it is 'b', so",
      })
  void aSeparationSaysOnlyWhatRowsShow(int sign, String sentence) throws IOException {
    StringBuilder rows = new StringBuilder("x,z,kind\n");
    for (int i = 0; i < 60; i++) {
      boolean b = (i * 7) % 11 > 5;
      double z = b && i % 4 == 0 ? sign * (0.1 + i) : 0;
      rows.append("%d,%s,%s\n".formatted((i * 13) % 17, z, b ? "b" : "a"));
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    Outcome outcome = fit(file + " --epochs 200 --log-format none").ok();
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void crossValidationSaysOnceInHowManyFoldsClassesAreToldForCertain() {
    Outcome outcome = run("cv", data("breast_cancer"), "--epochs", "300").ok();
    assertTrue(
        outcome.err().contains("in 5 of 5 folds classes are told for certain, so the loss has no"),
        outcome.err());
    Outcome held = run("cv", data("breast_cancer"), "--epochs", "300", "--l2", "0.01").ok();
    assertFalse(held.err().contains("told for certain"), held.err());
  }
}
