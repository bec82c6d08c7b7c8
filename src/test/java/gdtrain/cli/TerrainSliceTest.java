package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gdtrain terrain --slice}: the loss along the gradient, and the steps that stand out. */
class TerrainSliceTest {
  private static final String CARS = "datasets/mtcars.csv --target mpg";
  @TempDir private Path folder;

  private static Outcome slice(String options) {
    return run(Cli.args(List.of("terrain", "--slice"), options.split(" ")));
  }

  private static double number(Outcome slice, String kind, String column) {
    List<CSVRecord> rows =
        slice.rows().stream().filter(row -> row.get("kind").equals(kind)).toList();
    assertEquals(1, rows.size(), kind);
    assertEquals("", rows.get(0).get("y") + rows.get(0).get("epoch"));
    return Double.parseDouble(rows.get(0).get(column));
  }

  /** The step of fit is along the gradient, and ends where the slice says. */
  @ParameterizedTest
  @CsvSource({
    CARS + " --lr 0.1,0,0.1",
    CARS + " --lr 0.1 --l2 0.3,7,0.1",
    "datasets/iris.csv --lr 0.25,3,0.25",
    "datasets/xor.csv --hidden 16 --optimizer gd --lr 0.5 --batch-size full,2,0.5",
    CARS + " --hidden 2 --optimizer gd --lr 0.01 --batch-size full,2,0.01"
  })
  void theChosenStepIsThatOfFit(String options, int epoch, double rate) {
    Outcome slice = slice(options + " --at " + epoch).ok();
    Outcome fit =
        run(Cli.args(List.of("fit", "--epochs", "" + (epoch + 1)), options.split(" "))).ok();

    assertEquals(rate, number(slice, "chosen", "x"));
    double[] losses = fit.numbers("loss");
    assertEquals(losses[epoch], slice.numbers("loss")[0], 1e-12 * losses[epoch]);
    assertEquals(losses[epoch + 1], number(slice, "chosen", "loss"), 1e-12 * losses[epoch + 1]);
  }

  @Test
  void aClippedStepIsAsLongAsItIs() {
    Outcome slice = slice(CARS + " --lr 0.1 --clip-norm 4").ok();

    assertEquals(0.1 * 4 / 47.81741122398783, number(slice, "chosen", "x"), 1e-12);
  }

  /** Of a parabola, the best step is half of the one that leads as high as the start. */
  @ParameterizedTest
  @CsvSource({"start", "1", "20"})
  void marksOfASquaredLossAreThoseOfItsParabola(String at) {
    Outcome slice = slice(CARS + " --at " + at).ok();
    double best = number(slice, "best", "x");
    double start = slice.numbers("loss")[0];

    assertEquals(2 * best, number(slice, "break_even", "x"), 1e-6 * best);
    assertEquals(start, number(slice, "break_even", "loss"), 1e-12 * start);
    assertTrue(number(slice, "best", "loss") < start);
    for (double loss : slice.numbers("loss")) {
      assertTrue(loss >= number(slice, "best", "loss") - 1e-12 * start);
    }
    assertTrue(best > number(slice, "largest_stable", "x") / 2); // 1 / curvature is the least
  }

  /** Just below it gradient descent goes down, just above it diverges. */
  @Test
  void theLargestStableStepIsWhereDescentTurns() {
    double rate = number(slice(CARS).ok(), "largest_stable", "x");

    run(Cli.args(List.of("fit", "--lr", "" + 0.99 * rate), CARS.split(" "))).ok();
    Outcome beyond = run(Cli.args(List.of("fit", "--lr", "" + 1.01 * rate), CARS.split(" ")));
    assertEquals(ExitCode.DIVERGED, beyond.code());
  }

  @ParameterizedTest
  @CsvSource({
    "datasets/iris.csv,a bound: gd at a constant rate up to it never diverges",
    "datasets/xor.csv --hidden 4,an estimate from the curvature here",
    CARS + ",gd at a longer constant rate diverges",
    CARS + " --l1 1,a bound: gd at a constant rate up to it never diverges"
  })
  void aFigureSaysWhetherItIsExact(String options, String words) {
    assertTrue(slice(options).ok().err().contains(words));
  }

  @Test
  void whatIsNotThereHasNoRow() {
    Outcome adam = slice(CARS + " --optimizer adam").ok();
    assertTrue(adam.err().contains("chosen: no such step along the gradient"), adam.err());
    assertTrue(adam.rows().stream().noneMatch(row -> row.get("kind").equals("chosen")));

    Outcome jumps = slice(CARS + " --loss mae --lr 0.1").ok();
    assertTrue(jumps.err().contains("largest_stable: no rate is stable for good"), jumps.err());

    Outcome over = slice(CARS + " --lr 0.1 --schedule cosine --epochs 5 --at 5").ok();
    assertTrue(over.err().contains("chosen: no step, the run does not go on"), over.err());
  }

  @Test
  void atTheMinimumOnlyRoundingIsLeft() {
    Outcome slice = slice(CARS + " --at end").ok();

    assertTrue(slice.err().contains("rounding decides how the loss changes"), slice.err());
    assertTrue(slice.rows().stream().noneMatch(row -> row.get("kind").equals("break_even")));
  }

  @Test
  void whereTheGradientIsZeroThereIsNoSlice() {
    String sentence = slice("datasets/xor.csv").fault(ExitCode.USAGE);
    assertTrue(sentence.startsWith("the gradient is 0 here, so that it has no direction"));
  }

  @Test
  void aSavedModelIsAPoint() {
    String model = folder.resolve("cars.json").toString();
    Outcome fit =
        run(Cli.args(List.of("fit", "--epochs", "4", "-o", model), (CARS + " --lr 0.1").split(" ")))
            .ok();
    Outcome slice = slice("datasets/mtcars.csv --grid 7 --model " + model).ok();

    assertEquals(fit.numbers("loss")[4], slice.numbers("loss")[0], 1e-9);
    assertEquals(0.1, number(slice, "chosen", "x"));
    assertEquals(7 + 4, slice.rows().size());
    assertTrue(slice.err().contains(model + ", loss "), slice.err());
    assertFalse(slice.err().contains("epoch 0"), slice.err());
  }
}
