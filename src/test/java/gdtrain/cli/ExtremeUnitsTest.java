package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A column or a target in another unit gives the same answer in that unit. Units are powers of two,
 * so that the data are the same bits but for exponents.
 */
class ExtremeUnitsTest {
  private static final int[] UNITS = {-996, -663, -530, -200, 200, 530, 663, 990};

  @TempDir Path folder;

  private String file(String name, int inputs, int target, boolean classes) throws Exception {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 60; i++) {
      double a = random.nextGaussian() * 2 + 3;
      double b = random.nextGaussian() * 5 - 1;
      double y = 2 * a - 0.7 * b + 4 + random.nextGaussian();
      String label = y + 3 * random.nextGaussian() > 9 ? "p" : "q";
      csv.append(Math.scalb(a, inputs)).append(',').append(Math.scalb(b, inputs)).append(',');
      csv.append(classes ? label : String.valueOf(Math.scalb(y, target))).append('\n');
    }
    return Files.writeString(folder.resolve(name), csv).toString();
  }

  private double[] predictions(String data, String column, String options) throws Exception {
    String model = folder.resolve("model.json").toString();
    List<String> args = new ArrayList<>(List.of("fit", data, "-o", model, "--force"));
    args.addAll(List.of(options.split(" ")));
    Outcome fit = run(args.toArray(String[]::new)).ok();
    Outcome shown = run("show", model, "--params").ok();
    Outcome evaluated = run("evaluate", model, data).ok();
    for (String text : List.of(fit.out(), fit.err(), shown.out(), evaluated.out())) {
      assertTrue(!text.contains("NaN") && !text.contains("Infinity"), text);
    }
    return run("predict", model, data).ok().numbers(column);
  }

  private static void assertSame(double[] wanted, double[] found, int unit, String what) {
    double size = 0;
    double difference = 0;
    for (int i = 0; i < wanted.length; i++) {
      size = Math.max(size, Math.abs(wanted[i]));
      difference = Math.max(difference, Math.abs(Math.scalb(found[i], -unit) - wanted[i]));
    }
    assertTrue(difference <= 1e-9 * size, what + " in 2^" + unit + ": " + difference);
  }

  @ParameterizedTest
  @CsvSource({
    "--loss mse",
    "--loss mse --no-compress",
    "--loss mse --optimizer lbfgs",
    "--loss mse --no-intercept",
    "--loss mse --scale minmax",
    "--loss mae",
    "--loss quantile:q=0.8",
    "--loss huber:delta=UNIT",
    "--loss log-cosh:width=UNIT",
    "--hidden 3 --epochs 20",
  })
  void aTargetAndItsInputsMayHaveAnyUnit(String options) throws Exception {
    String plain = file("plain.csv", 0, 0, false);
    double[] wanted = predictions(plain, "prediction", options.replace("UNIT", "1.0"));
    for (int unit : UNITS) {
      String scaled = options.replace("UNIT", String.valueOf(Math.scalb(1.0, unit)));
      String target = file("target.csv", 0, unit, false);
      assertSame(wanted, predictions(target, "prediction", scaled), unit, "target");
      String inputs = file("inputs.csv", unit, 0, false);
      assertSame(wanted, predictions(inputs, "prediction", options.replace("UNIT", "1.0")), 0, "x");
    }
  }

  @ParameterizedTest
  @CsvSource({"--scale standard", "--hidden 3 --epochs 20", "--l2 0.1"})
  void classesMayHaveInputsInAnyUnit(String options) throws Exception {
    double[] wanted = predictions(file("plain.csv", 0, 0, true), "probability_p", options);
    for (int unit : UNITS) {
      String scaled = file("scaled.csv", unit, 0, true);
      assertSame(wanted, predictions(scaled, "probability_p", options), 0, "inputs 2^" + unit);
    }
  }

  @Test
  void aPenaltyCountsInTheUnitOfTheTarget() throws Exception {
    String plain = file("plain.csv", 0, 0, false);
    double[] wanted = predictions(plain, "prediction", "--l1 0.5 --l2 0.1");
    for (int unit : new int[] {-500, 500}) {
      String l1 = "--l2 0.1 --l1 " + Math.scalb(0.5, unit);
      double[] found = predictions(file("scaled.csv", 0, unit, false), "prediction", l1);
      assertSame(wanted, found, unit, "l1");
    }
  }

  @Test
  void figuresThatANumberCannotHoldAreEmptyWithAWarning() throws Exception {
    String tiny = file("tiny.csv", 0, -663, false);
    String model = folder.resolve("tiny.json").toString();
    Outcome fit = run("fit", tiny, "-o", model, "--metrics", folder.resolve("m").toString()).ok();
    assertTrue(fit.err().contains("warning: losses in the unit of 'y' are too small"), fit.err());
    assertTrue(fit.err().contains("at the exact minimum"), fit.err());
    assertTrue(fit.out().contains("\n0,,,\n"), fit.out());
    Outcome figures = run("evaluate", model, tiny).ok();
    assertTrue(figures.out().contains("\nloss,\nmse,\nrmse,"), figures.out());
    assertTrue(figures.err().contains("warning: mse: too large or too small"), figures.err());
    assertEquals(3, run("fit", tiny, "--strict").code());
  }

  @Test
  void aPredictionThatIsNoNumberNamesLineAndColumn() throws Exception {
    String model = folder.resolve("model.json").toString();
    String small = file("small.csv", -996, 900, false);
    run("fit", small, "-o", model, "-q", "--log", folder.resolve("l").toString()).ok();
    String data = Files.writeString(folder.resolve("n.csv"), "a,b\n0,0\n0,1e300\n").toString();
    for (String command : List.of("predict", "evaluate")) {
      String csv = command.equals("predict") ? "a,b\n0,0\n0,1e300\n" : "a,b,y\n0,0,0\n0,1e300,0\n";
      Files.writeString(Path.of(data), csv);
      String sentence = run(command, model, data).fault(3);
      assertTrue(sentence.contains("n.csv, line 3, column 'b': "), sentence);
      assertTrue(sentence.contains("makes the prediction too large"), sentence);
    }
  }
}
