package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descent on floats is descent on doubles that were rounded to floats. */
class DtypeTest {
  @TempDir Path folder;

  private static Outcome fit(Path data, String line, String... more) {
    return run(Cli.args(List.of(Cli.args(List.of("fit", data.toString()), line.split(" "))), more));
  }

  /**
   * A table of numbers with 17 digits, or of the floats next to them, with a target of both kinds.
   */
  private Path table(boolean rounded) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("a,b,c,y,class\n");
    for (int i = 0; i < 700; i++) {
      double y = random.nextGaussian();
      for (int j = 0; j < 3; j++) {
        double x = random.nextGaussian() + (j == 0 ? y : 0);
        y += j * x;
        text.append(rounded ? (double) (float) x : x).append(',');
      }
      text.append(y).append(y > random.nextGaussian() ? ",yes\n" : ",no\n");
    }
    return Files.writeString(folder.resolve(rounded ? "rounded.csv" : "exact.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target y --exclude class --lr 0.1 --validation 0.2",
        "--target y --exclude class --lr 0.1 --no-compress",
        "--target class --exclude y --lr 0.5 --validation 0.2",
        "--target class --exclude y --lr 0.1 --batch-size 32 --class-weight balanced",
        "--target class --exclude y --lr 0.05 --hidden 5 --optimizer adam --batch-size 64",
        "--target class --exclude y --optimizer lbfgs --threads 1",
      })
  void givesTheBitsOfDoublesThatWereRounded(String line) throws IOException {
    String options = line + " --scale none --epochs 20 --log-format csv";
    Outcome expected = fit(table(true), options).ok();
    Outcome floats = fit(table(false), options, "--dtype", "float").ok();
    Outcome doubles = fit(table(false), options, "--dtype", "double").ok();

    assertTrue(expected.out().lines().count() > 5, expected.out());
    assertEquals(expected.out(), floats.out());
    assertNotEquals(expected.out(), doubles.out());
  }

  /** Doubles are factorised while they are read, floats once they have been rounded. */
  @Test
  void givesTheLossesOfDoublesThatWereRoundedWhereTheyAreFactorised() throws IOException {
    String options = "--target y --exclude class --lr 0.1 --scale none --epochs 20";
    double[] expected = fit(table(true), options).ok().numbers("loss");
    double[] floats = fit(table(false), options, "--dtype", "float").ok().numbers("loss");

    assertEquals(21, expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], floats[i], 1e-13 * expected[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target y --exclude class --lr 0.1 --loss huber",
        "--target class --exclude y --lr 0.5",
        "--target class --exclude y --lr 0.5 --batch-size 50",
      })
  void givesTheSameBitsWhereRowsDoNotFitIntoMemory(String line) throws IOException {
    String options = line + " --dtype float --epochs 15 --degree 2 --log-format csv";
    Path table = table(false);

    assertEquals(fit(table, options).ok().out(), fit(table, options, "--memory", "1k").ok().out());
  }

  @Test
  void theModelKnowsItSoThatItPredictsAsItWasMeasured() throws IOException {
    Path model = folder.resolve("model.json");
    Path table = table(false);
    String options = "--target y --exclude class --hidden 4 --lr 0.05 --epochs 30";
    fit(table, options, "--dtype", "float", "-o", model.toString()).ok();
    String saved = Files.readString(model);
    Outcome ofFloats = run("predict", model.toString(), table.toString()).ok();
    Path forgetful = folder.resolve("forgetful.json");
    Files.writeString(forgetful, saved.replaceAll(",?\\s*\"dtype\" : \"float\"", ""));
    Outcome ofDoubles = run("predict", forgetful.toString(), table.toString()).ok();

    assertNotEquals(saved, Files.readString(forgetful));
    assertNotEquals(ofDoubles.out(), ofFloats.out());
    assertEquals(ofDoubles.numbers("prediction")[7], ofFloats.numbers("prediction")[7], 1e-5);
  }

  @Test
  void saysSo() throws IOException {
    String options = "--target y --exclude class --epochs 1 --lr 0.1";

    assertTrue(fit(table(true), options, "--dtype", "float").err().contains(" rows of floats"));
    assertFalse(fit(table(true), options).err().contains("floats"));
  }

  /** They are kept in a unit in which they fit. */
  @Test
  void whatIsTooLargeForAFloatIsLearned() throws IOException {
    Path data =
        Files.writeString(folder.resolve("large.csv"), "x,y\n1e39,2\n2e39,3\n3e39,4\n-4e38,1\n");
    double narrow = r2(fit(data, "--lr auto", "--dtype", "float").ok());
    double wide = r2(fit(data, "--lr auto", "--dtype", "double").ok());

    assertEquals(wide, narrow, 1e-6);
    assertTrue(wide > 0.9, Double.toString(wide));
  }

  private static double r2(Outcome fit) {
    return Double.parseDouble(fit.err().replaceAll("(?s).*r2 ([0-9.]+).*", "$1"));
  }

  @Test
  void refusesOtherTypes() throws IOException {
    assertEquals(
        "--dtype takes double, float, not 'half'",
        fit(table(true), "--target y", "--dtype", "half").fault(ExitCode.USAGE));
  }
}
