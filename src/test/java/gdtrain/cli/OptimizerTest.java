package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.schedule.Schedules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The options --optimizer, --lr, --schedule and --clip-norm. */
class OptimizerTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  static Stream<String> optimizers() {
    return Optimizers.CATALOG.names().stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerLowersTheLossByItsDefaultsAndSaysThem(String name) {
    Outcome fit = run("fit", IRIS, "--optimizer", name, "--epochs", "20", "-v").ok();

    double[] loss = fit.numbers("loss");
    assertTrue(loss[loss.length - 1] < loss[0]);
    String settings = Optimizers.CATALOG.complete(name);
    assertTrue(fit.err().contains(" rows; " + settings + " "), fit.err());
  }

  @Test
  void helpNamesEveryOptimizerAndScheduleWithItsSettings() {
    String help = run("fit", "--help", "all").ok().out().replaceAll("\\s+", "");

    Stream.concat(Optimizers.CATALOG.complete().stream(), Schedules.CATALOG.complete().stream())
        .forEach(text -> assertTrue(help.contains(text), text));
  }

  @Test
  void saysOptimizerRateScheduleAndClipping() {
    String[] command = {"--optimizer", "adam:beta1=0.8", "--schedule", "cosine:end=0.1"};
    Outcome fit = run(Cli.args(List.of("fit", IRIS, "-v"), command)).ok();
    Outcome brief = run(Cli.args(List.of("fit", IRIS), command)).ok();
    Outcome clipped = run("fit", IRIS, "--lr", "0.1", "--clip-norm", "0.5", "--epochs", "2").ok();

    assertTrue(
        fit.err()
            .contains(
                "; adam:beta1=0.8,beta2=0.999,epsilon=1e-8 at learning rate 0.001,"
                    + " schedule cosine:end=0.1,warmup=0\n"),
        fit.err());
    assertTrue(
        brief.err().contains("; adam:beta1=0.8 at learning rate 0.001, schedule cosine:end=0.1\n"),
        brief.err());
    assertTrue(
        clipped.err().contains("; gd at learning rate 0.1, gradients clipped to norm 0.5\n"),
        clipped.err());
  }

  @Test
  void theLogShowsTheRateOfEveryEpoch() {
    Outcome fit =
        run(Cli.args(
                List.of("fit", IRIS, "--lr", "0.8", "--epochs", "5"),
                "--schedule",
                "polynomial:end=0.5,warmup=1"))
            .ok();

    double[] rates = {Double.NaN, 0.4, 0.8, 0.8 * 7 / 8, 0.8 * 6 / 8, 0.8 * 5 / 8};
    assertArrayEquals(rates, fit.numbers("lr"), 1e-15);
  }

  @Test
  void aPlateauFollowsTheValidationLoss() {
    String[] command = {"fit", data("titanic"), "--validation", "0.2", "--epochs", "200"};
    String[] patient = {"--patience", "200", "--lr", "1", "--schedule", "plateau:patience=3"};
    Outcome fit = run(Cli.args(List.of(command), patient)).ok();

    double[] rates = fit.numbers("lr");
    double[] heights = fit.numbers("val_loss");
    int lower = 1;
    while (rates[lower] == 1) {
      lower++;
    }
    assertEquals(0.1, rates[lower]);
    double lowest = Arrays.stream(heights, 0, lower - 4).min().orElseThrow();
    assertTrue(Arrays.stream(heights, lower - 4, lower).min().orElseThrow() > 0.9999 * lowest);
  }

  @Test
  void aClippedGradientMakesAStepOfTheGivenLength() throws Exception {
    Path parameters = folder.resolve("p.csv");
    String[] command = {"fit", data("mtcars"), "--target", "mpg", "--epochs", "1", "--lr", "0.5"};
    run(Cli.args(List.of(command), "--clip-norm", "0.25", "--params", parameters.toString())).ok();

    double squares =
        Cli.rows(Files.readString(parameters)).stream()
            .mapToDouble(row -> Double.parseDouble(row.get("scaled_value")))
            .map(x -> x * x)
            .sum();
    assertEquals(0.5 * 0.25, Math.sqrt(squares), 1e-12);
  }

  @Test
  void theModelRecordsWhatWasChosenWithAllSettings() throws Exception {
    Path model = folder.resolve("m.json");
    String[] command = {"fit", IRIS, "--epochs", "2", "-o", model.toString()};
    run(Cli.args(List.of(command), "--optimizer", "momentum", "--schedule", "step:every=7")).ok();

    JsonNode settings = json(Files.readString(model)).at("/run/settings");
    assertEquals("momentum:beta=0.9", settings.get("optimizer").asText());
    assertEquals("step:every=7,factor=0.5,warmup=0", settings.get("schedule").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--optimizer adm | --optimizer: there is no 'adm'; did you mean 'adam'?",
        "--optimizer adam:beta=1 | --optimizer adam has no setting 'beta'",
        "--optimizer adam:beta1=1 | beta1 must be at least 0 and below 1, not '1'",
        "--optimizer adam --lr 0 | --lr must be a number above 0, or auto, not 0.0",
        "--optimizer adam --lr fast | --lr must be a number above 0, or auto, not 'fast'",
        "--optimizer nesterov:restart=2 | restart must be 0 or 1, not '2'",
        "--optimizer lbfgs:memory=0 | memory must be a whole number of 1 or more, not '0'",
        "--optimizer lbfgs --lr 0.1 | --lr has no effect: lbfgs:memory=10 finds the learning rate",
        "--optimizer lbfgs --schedule step | --schedule has no effect: lbfgs:memory=10 finds",
        "--optimizer lbfgs --clip-norm 1 | --clip-norm has no effect: lbfgs:memory=10 finds",
        "--optimizer adam --l1 0.1 | --l1 works with gd: adam:beta1=0.9,beta2=0.999,epsilon=1e-8 has no proximal step",
        "--optimizer lbfgs --l1 0.1 | --l1 works with gd: lbfgs:memory=10 has no proximal step",
        "--schedule cosinus | --schedule: there is no 'cosinus'; did you mean 'cosine'?",
        "--schedule cosine | gd with --schedule needs a number for --lr: auto finds",
        "--clip-norm 1 | gd with --clip-norm needs a number for --lr: auto finds",
        "--lr 1 --clip-norm 0 | --clip-norm must be a number above 0, not 0.0",
      })
  void refusesWhatIsWrongOrHasNoEffect(String options, String part) {
    Outcome fit = run(Cli.args(List.of("fit", IRIS), options.split(" ")));

    String sentence = fit.fault(ExitCode.USAGE);
    assertTrue(sentence.contains(part), sentence);
    assertEquals("", fit.out());
  }

  @Test
  void takesDefaultsThatAreSpelledOut() {
    String[] all = {"--optimizer", "gd", "--lr", "auto", "--schedule", "constant:warmup=0"};
    assertEquals(run("fit", IRIS).ok(), run(Cli.args(List.of("fit", IRIS), all)).ok());
    String[] search = {"--optimizer", "lbfgs", "--lr", "auto", "--schedule", "constant"};
    run(Cli.args(List.of("fit", IRIS), search)).ok();
  }

  /** The optimum that Newton's method found for a dataset under an l2 penalty. */
  private static double optimum(String set, String l2) throws IOException {
    try (InputStream in = OptimizerTest.class.getResourceAsStream("/reference.json")) {
      JsonNode task =
          json(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .at("/sets/" + set + "/tasks/0");
      return task.has("ols")
          ? task.at("/ols/mse").asDouble()
          : task.at("/l2/" + l2 + "/drop_first/objective").asDouble();
    }
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  @Test
  void lbfgsReachesTheOptimumOfNearlySeparableClasses() throws Exception {
    String[] command = {"fit", data("breast_cancer"), "--l2", "1e-06"};
    Outcome fit = run(Cli.args(List.of(command), "--optimizer", "lbfgs")).ok();

    double optimum = optimum("breast_cancer", "1e-06");
    assertEquals(optimum, last(fit.numbers("objective")), 1e-9 * optimum);
    assertTrue(last(fit.numbers("grad_norm")) < 1e-7, fit.err());
  }

  @Test
  void adamReachesTheOptimaOfIrisAndDiabetes() throws Exception {
    String[] adam = {"--optimizer", "adam", "--schedule", "cosine", "--lr"};
    Outcome iris =
        run(Cli.args(List.of("fit", IRIS, "--l2", "0.01"), Cli.args(List.of(adam), "0.1"))).ok();
    Outcome diabetes =
        run(Cli.args(List.of("fit", data("diabetes")), Cli.args(List.of(adam), "1"))).ok();

    double optimum = optimum("iris", "0.01");
    assertEquals(optimum, last(iris.numbers("objective")), 1e-3 * optimum);
    optimum = optimum("diabetes", "0");
    assertEquals(optimum, last(diabetes.numbers("loss")), 1e-3 * optimum);
  }
}
