package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fit says before the first step, and whether it is so. */
class OutlookTest {
  /** The regression tasks of reference.json. */
  private static final List<String> REGRESSIONS =
      List.of(
          "diabetes.csv",
          "longley.csv --target TOTEMP --exclude Obs",
          "mtcars.csv --target mpg",
          "norris.csv --target y",
          "penguins.csv --target body_mass_g",
          "penguins_raw.csv --target 'Body Mass (g)'",
          "randhie.csv --target mdvis");

  static Stream<String> regressions() {
    return REGRESSIONS.stream().flatMap(r -> Stream.of(r, r + " --scale none"));
  }

  /** The classification tasks of reference.json. */
  static Stream<String> classifications() {
    return Stream.of(
        "anes96.csv --target PID --task classification",
        "anes96.csv --target vote",
        "breast_cancer.csv --target diagnosis",
        "breast_cancer.csv --target diagnosis --l2 0.1",
        "digits.csv --target digit --task classification",
        "house_votes_84.csv --target party",
        "iris.csv",
        "iris.csv --scale none",
        "iris.csv --class-weight setosa=5",
        "letter_recognition.csv --target lettr",
        "mtcars.csv --target am",
        "penguins.csv --target species",
        "penguins_raw.csv --target Sex",
        "titanic.csv --target survived");
  }

  private static Outcome fit(String settings, String more) {
    List<String> words = new ArrayList<>(List.of("fit"));
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher("datasets/" + settings + more);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    words.add("-v");
    return run(words.toArray(String[]::new));
  }

  /** The figure in front of or behind some words. */
  private static double figure(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern.replace("#", "([-0-9.,e]*[0-9])")).matcher(text);
    assertTrue(matcher.find(), text);
    return Double.parseDouble(matcher.group(1).replace(",", ""));
  }

  private static double bound(String settings) {
    return figure(fit(settings, " --epochs 0").ok().err(), "learning rates below # are .*stable");
  }

  /** The penalty keeps weights at 0, so that a longer step may still converge. */
  @Test
  void withL1TheRateIsABound() {
    String cars = "mtcars.csv --target mpg --l1 1";
    Outcome beyond = fit(cars, " --lr " + 1.01 * bound(cars)).ok();

    assertTrue(beyond.err().contains(" are guaranteed stable"), beyond.err());
    assertFalse(beyond.err().contains("will grow"), beyond.err());
    assertFalse(beyond.err().contains("epochs: about"), beyond.err());
    assertTrue(beyond.err().contains("converged after"), beyond.err());
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void justBelowTheBoundTheLossFallsAndJustAboveItDiverges(String settings) {
    double bound = bound(settings);

    Outcome below = fit(settings, " --tolerance 0 --epochs 400 --lr " + 0.99 * bound).ok();
    assertFalling(below.numbers("loss"));
    Outcome above = fit(settings, " --tolerance 0 --epochs 4000 --lr " + 1.01 * bound);
    assertEquals(ExitCode.DIVERGED, above.code(), above.err());
    assertTrue(above.err().contains("is 101 % of the largest stable rate, "), above.err());
    assertTrue(above.err().contains(": every step overshoots"), above.err());
    assertFalse(below.err().contains("warning: --lr"), below.err());
  }

  /** Rounding of the mean of squares may be seen where hardly anything is left. */
  private static void assertFalling(double[] losses) {
    for (int i = 1; i < losses.length; i++) {
      assertTrue(losses[i] <= losses[i - 1] * (1 + 1e-12), "epoch " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("classifications")
  void belowTheBoundOfClassesTheObjectiveFalls(String settings) {
    double bound = bound(settings);

    Outcome below = fit(settings, " --tolerance 0 --epochs 100 --lr " + 0.99 * bound).ok();
    boolean penalised = settings.contains("--l2");
    assertFalling(below.numbers(penalised ? "objective" : "loss"));
  }

  /** The epochs it tells, rounded to three digits, are enough and not many times too many. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "diabetes.csv",
        "mtcars.csv --target mpg",
        "norris.csv --target y",
        "penguins.csv --target body_mass_g",
        "randhie.csv --target mdvis"
      })
  void theEpochsItTellsBringTheLossAMillionTimesNearer(String settings) {
    String rate = " --tolerance 0 --lr " + 0.9 * bound(settings);
    double epochs = figure(fit(settings, rate + " --epochs 0").err(), "epochs: about # at this");

    Outcome told = fit(settings, rate + " --epochs " + Math.round(1.01 * epochs)).ok();
    double least = figure(told.err(), "exact minimum: loss #;");
    double left = figure(told.err(), "the run is # above it");
    assertTrue(left <= 1e-6 * (told.numbers("loss")[0] - least), told.err());
  }

  @Test
  void rentsHaveTheNumbersOfAnIndependentSolver() {
    String raw = fit("rents.csv", " --scale none --lr 0.02").err();
    assertEquals(0.02512403786648089, bound("rents.csv --scale none"), 5e-8);
    assertTrue(raw.contains("condition number 334\n"), raw);
    assertTrue(raw.contains("would change the condition number from 334 to 1.46"), raw);
    assertTrue(raw.contains("--lr 0.02 is 79.6 % of the largest stable rate"), raw);
    String scaled = fit("rents.csv", "").err();
    assertTrue(scaled.contains("scaling: without it the condition number would be 334"), scaled);
    assertEquals(0.8423440928130458, bound("rents.csv"), 5e-7);
  }

  @ParameterizedTest
  @CsvSource({
    "gd, 2",
    "momentum, 3.8",
    "momentum:beta=0.5, 3",
    "nesterov:restart=0, 1.3571428571428572"
  })
  void theBoundIsThatOfTheRule(String rule, double stability) {
    String settings = "rents.csv --scale none --lr 0.001 --optimizer " + rule;
    assertEquals(stability / 79.60503843, bound(settings), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--hidden 3",
        "--optimizer adam --lr 0.1",
        "--optimizer nesterov",
        "--loss poisson",
        "--hidden 3 --optimizer gd --batch-size 4 --lr 0.01"
      })
  void whatIsOnlyLocalOrOfAnotherRuleSaysSo(String more) {
    String said = fit("rents.csv ", more + " --epochs 1").ok().err();
    boolean local = more.contains("hidden") || more.contains("poisson");
    assertEquals(local, said.contains("(local: it changes on the way)"), said);
    assertEquals(
        !more.contains("optimizer gd") && !more.contains("poisson"),
        said.contains("plain gradient descent with learning rates below"),
        said);
  }

  @Test
  void aSlopeThatJumpsHasNoCurvature() {
    String said = fit("rents.csv", " --loss mae --lr 0.01 --epochs 1").ok().err();
    assertFalse(said.contains("landscape"), said);
  }

  @Test
  void flatDirectionsAreCounted() {
    Outcome twins =
        Cli.runOn("a,b,y\n1,2,1\n2,4,3\n3,6,4\n5,10,6\n".getBytes(UTF_8), "fit", "-", "-v");
    assertTrue(twins.err().contains(", and flat in 1 direction\n"), twins.err());
    assertTrue(twins.err().contains("other parameters reach it, too"), twins.err());
  }

  @Test
  void quietSaysNothing() {
    assertEquals(
        "", run("fit", "datasets/rents.csv", "-q", "--lr", "0.9", "--epochs", "5").ok().err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mtcars.csv --target mpg --scale none | --scale standard",
        "longley.csv --target TOTEMP --exclude Obs --lr 0.01 | --optimizer gd --lr auto",
        "diabetes.csv --optimizer adam --lr 0.1 --epochs 200 | --optimizer gd --lr auto",
        "titanic.csv --epochs 20 | --optimizer lbfgs",
        "diabetes.csv --batch-size 32 --lr 0.1 | --schedule cosine"
      })
  void whatHelpsMostHelps(String settings, String change) {
    Outcome before = fit(settings, "").ok();
    assertTrue(before.err().contains("not converged"), before.err());
    String advised = change.split(" ")[0] + " " + change.split(" ")[1];
    assertTrue(before.err().contains("what helps most: "), before.err());
    assertTrue(before.err().contains(advised), before.err());

    String kept =
        settings
            .replaceAll(" --scale none", "")
            .replaceAll(change.contains("--lr") ? " --(lr|optimizer) \\S+" : "^$", "");
    Outcome after = fit(kept, " " + change).ok();
    if (change.contains("schedule")) {
      double left = figure(after.err(), "the run is # above it");
      assertTrue(left < 0.3 * figure(before.err(), "the run is # above it"), after.err());
    } else {
      assertTrue(after.err().contains("\nconverged after"), after.err());
    }
  }

  @Test
  void aRunThatConvergedNeedsNoAdvice() {
    assertFalse(fit("rents.csv", "").ok().err().contains("what helps most"));
  }

  @Test
  void theInputThatTellsAClassIsNamedWithItsThreshold() {
    String said = fit("iris.csv", "").ok().err();
    assertTrue(
        said.contains(
            "'petal_length' alone tells 'versicolor' or 'virginica', above 2.45, from 'setosa', below, so"
                + " the loss has no minimum and the weights grow for ever; --l2 keeps them finite"),
        said);
    assertFalse(said.contains("what helps most"), said);
    assertFalse(fit("iris.csv", " --l2 0.01").ok().err().contains("for ever"));
  }

  /** An option that takes back what automatic steps do not allow is part of the advice. */
  @ParameterizedTest
  @ValueSource(strings = {"--lr 0.1 --schedule cosine", "--lr 0.2 --clip-norm 1"})
  void adviceCanBeFollowedAsItIsPrinted(String given) {
    String settings = "mtcars.csv --target mpg ";
    String said = fit(settings, given + " --epochs 30").ok().err();
    Matcher advice =
        Pattern.compile("what helps most: ([^,]*?)( without --clip-norm)?,").matcher(said);
    assertTrue(advice.find(), said);
    assertEquals(given.contains("clip"), advice.group(2) != null, said);

    String kept = given.replaceAll("--(lr|schedule|clip-norm) \\S+", "").strip();
    Outcome after = fit(settings, kept + " " + advice.group(1)).ok();
    assertTrue(after.err().contains("\nconverged after"), after.err());
  }

  @Test
  void layersThatNeverCameDownNeedShorterSteps() {
    String said =
        fit("rents.csv", " --hidden 3 --optimizer gd --lr 3 --batch-size 4 --epochs 1").err();
    assertTrue(said.contains("what helps most: shorter steps: --lr 0.3\n"), said);
    String watched = " --hidden 3 --schedule constant --epochs 3 --validation 0.3";
    String after = fit("mtcars.csv --target mpg", watched).ok().err();
    assertTrue(after.contains("what helps most: more --epochs\n"), after);
  }

  @Test
  void aRunThatWentOnBeyondItsBestEpochNeedsNoAdvice() {
    String said =
        fit("mtcars.csv --target mpg --validation 0.3", " --epochs 30 --patience 30").ok().err();
    assertTrue(said.contains(" is kept, where the validation loss is lowest, "), said);
    assertFalse(said.contains("what helps most"), said);
    assertTrue(said.contains("exact minimum for the training rows: "), said);
  }

  @Test
  void ofARunThatDidNotConvergeNoDistanceIsEstimated() {
    String said = fit("rents.csv", " --epochs 3").ok().err();
    assertTrue(
        said.contains("not converged: stopped after 3 epochs, the limit (--epochs)\n"), said);
    assertFalse(said.contains("estimated distance"), said);
  }

  /** The heavy ball is known to be stable on parabolas only. */
  @Test
  void ofABoundOnlyPlainDescentIsSurelyStable() {
    String said = fit("titanic.csv", " --optimizer momentum --lr 0.1 --epochs 1").ok().err();
    assertTrue(said.contains("landscape: plain gradient descent with learning rates below"), said);
    assertFalse(said.contains("largest stable rate"), said);
  }

  @Test
  void figuresThatAreNoNumbersAreLeftOut() {
    String rows = "x,y\n1,2\n2,2\n3,2\n";
    String said = Cli.runOn(rows.getBytes(UTF_8), "fit", "-", "--task", "regression").err();
    assertFalse(said.contains("skill"), said);
    String wide = "x,y\n1e-200,1\n2e-200,3\n3e-200,2\n";
    String tiny = Cli.runOn(wide.getBytes(UTF_8), "fit", "-", "--scale", "none").err();
    assertFalse(tiny.contains("Infinity"), tiny);
  }

  @Test
  void anEstimateThatWasWrongIsCorrectedByTheExactMinimum() {
    String rows = "x,y\n1e-7,1\n2e-7,2\n3e-7,2.5\n4e-7,4\n";
    String said = Cli.runOn(rows.getBytes(UTF_8), "fit", "-", "--scale", "none").err();
    assertTrue(said.contains("\nconverged after"), said);
    assertTrue(said.contains("the estimate of the distance was wrong, --scale standard"), said);
  }
}
