package gdtrain.cli;

import static gdtrain.cli.Cli.args;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.json;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.explanation.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code explain} looks, and what it refuses. */
class ExplainTextTest {
  private static JsonNode explain(String... options) {
    return json(run(args(List.of("explain", "--format", "json", "-q"), options)).ok().out());
  }

  @Test
  void aWholeExplanationOfEightFlats() {
    assertEquals(
        """
        target 'rent': mse over 8 rows, before the first step
        loss 84.93, gradient norm 18.4014
        unit of the loss: the target's, squared; values act on scaled inputs

          parameter    value  gradient   says      step      next     change    share
          (intercept)      0    -17.65  raise     8.827     8.827     -155.8   92.0 %
          area             0    -5.204  raise     2.603     2.603     -13.55    8.0 %
          distance         0   0.03752  lower  -0.01877  -0.01877  -0.000704  <0.01 %

        the step to epoch 1, at learning rate 0.500108
          slope, sum of gradient x step          -169.342
          bend, half of step x curvature x step    84.671
          predicted change of the loss            -84.671
          measured, 84.93 -> 0.259047             -84.671
        """,
        run("explain", data("rents"), "-q").ok().out());
  }

  @Test
  void theStrongestRowsAreShownForPeople() {
    assertEquals(
        """
        target 'rent': mse over 8 rows, after epoch 1
        loss 0.259047, gradient norm 0.974318
        unit of the loss: the target's, squared; values act on scaled inputs
        slope: dloss/dprediction = 2 r, r = prediction - truth
        pull: weight x slope / total weight; share: of the sum of all rows' |pull|

          line  truth  prediction    loss   slope     pull   share
          7       9.7     10.4966  0.6346   1.593   0.1992  22.4 %
          8      12.4     11.6889  0.5056  -1.422  -0.1778  20.0 %
          5       8.8     8.27301  0.2777  -1.054  -0.1317  14.8 %
        """,
        run("explain", data("rents"), "-q", "--at", "1", "--rows", "3").ok().out());
  }

  @Test
  void theChainRuleOfEightFlatsIsWrittenOut() {
    assertEquals(
        """
        line 3 of datasets/rents.csv, after epoch 2
        target 'rent': mse
        unit of the loss: the target's, squared; values act on scaled inputs

        inputs
          input     raw  scaled
          area        3  -1.091
          distance  0.5  -1.179

        forward: sums of weight x input, and the loss
          raw rent = 2.606 x -1.091 - 0.506 x -1.179 + 8.825 x 1 = 6.579
          prediction = raw = 6.57864
          r = prediction - truth = 6.57864 - 6.4 = 0.17864
          loss = r^2 = 0.0319121

        back: how the loss changes with each sum, the last layer first
          dloss/dprediction = 2 r = 0.357279

        gradient: how it changes with each parameter, slope of its sum x input
          parameter      slope x input  gradient      part  all rows
          distance     0.3573 x -1.179   -0.4213  -0.05267  0.000894
          area         0.3573 x -1.091   -0.3898  -0.04873   -0.1824
          (intercept)       0.3573 x 1    0.3573   0.04466  -8.23e-7
        part: gradient x 1 / 8, as in the mean of all rows

        step on this row alone: parameter - 0.501136 x gradient
          parameter     value   says    step     next
          distance     -0.506  raise  0.2112  -0.2949
          area          2.606  raise  0.1954    2.801
          (intercept)   8.825  lower  -0.179    8.646
        one step on this row alone at learning rate 0.501136 (auto): 6.579 rent becomes
          5.937 rent; truth 6.4, too long a step for one row: its loss rises
        """,
        run("explain", data("rents"), "-q", "--at", "2", "--row", "3").ok().out());
  }

  /** Words change with the language, numbers and what programs read do not. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "--rows 3", "--row 12 --hidden 2", "--row 12 --loss hinge", "--follow 12"})
  void theSameNumbersAreSaidInChinese(String options) {
    String command = ("explain -q datasets/pets.csv --epochs 9 " + options).trim();
    String english = run((command + " --lang en").split(" ")).ok().out();
    String chinese = run((command + " --lang zh-TW").split(" ")).ok().out();
    assertEquals(numbers(english), numbers(chinese));
    assertTrue(chinese.matches("(?s).*(?:斜率|梯度).*"), chinese);
    assertFalse(chinese.matches("(?s).*(?:slope|gradient| row|truth is|becomes).*"), chinese);
    String csv =
        run((command.replaceFirst(" --row .*", "") + " --format csv --lang zh-TW").split(" "))
            .ok()
            .out();
    assertTrue(csv.chars().allMatch(c -> c < 128), csv);
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("-?\\d[\\d.,e-]*\\d|\\d")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void aLanguageThatThereIsNotIsRefused() {
    assertEquals(
        "--lang takes auto, en, zh-TW, not 'fr'",
        run("explain", data("pets"), "--lang", "fr").fault(ExitCode.USAGE));
  }

  @Test
  void aPredictedClassHasItsProbabilityForPeople() {
    String text = run("explain", data("iris"), "-q", "--at", "10", "--rows", "1").ok().out();

    assertTrue(
        text.contains("  72    versicolor  62 % virginica  0.9788  -0.6242  -0.004162  4.4 %\n"),
        text);
    assertTrue(
        text.contains(
            "slope: dloss/draw of the truth, whose raw output the softmax makes its probability\n"),
        text);
    String two = run("explain", data("titanic"), "-q", "--rows", "1").ok().out();
    assertTrue(two.contains("of the truth, whose raw output is its log-odds\n"), two);
  }

  /** What the table of classes shows is what goes back, also where it is not p - t. */
  @Test
  void theSlopesOfEveryClassAreThoseOfTheLoss() {
    String text =
        run(
                "explain",
                data("iris"),
                "-q",
                "--row",
                "2",
                "--loss",
                "softmax-cross-entropy:smoothing=0.1")
            .ok()
            .out();
    assertTrue(text.matches("(?s).*\n    setosa .* 1 +-0[.]6\n.*"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "titanic --row 4 | t = 0, as the truth is 'no'",
        "titanic --row 4 --loss hinge --lr 0.1 | loss = max(0, 1 - s raw) = 1",
        "titanic --row 4 --loss focal | dloss/draw = (1 - q)^gamma",
        "rents --row 4 --loss poisson | mu = exp(raw) = 8.825; y = 6.6, the truth",
        "rents --row 4 --loss mae --lr 0.1 | dloss/dprediction = the sign of r = -1",
        "iris --row 4 --loss softmax-cross-entropy:smoothing=0.1 | with t smoothed by 0.1",
        "digits --row 4 --hidden 16 | more units: --format json has all"
      })
  void everyLossIsInWordsAndNumbers(String options, String words) {
    String command =
        "explain -q " + data(options.split(" ")[0]) + options.replaceFirst("^\\w+", "");
    String text = run(command.split(" ")).ok().out();

    assertTrue(text.contains(words), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
  }

  @Test
  void csvHasEveryParameterAndAllDigits() {
    Outcome csv =
        run("explain", data("letter_recognition"), "--target", "lettr", "--format", "csv");

    assertEquals(
        "layer,output,input,value,gradient,direction,step,next,change,bend,share",
        csv.ok().header());
    assertEquals(26 * 17, csv.rows().size());
    double[] changes = Arrays.stream(csv.numbers("change")).map(Math::abs).toArray();
    for (int i = 1; i < changes.length; i++) {
      assertTrue(changes[i] <= changes[i - 1]);
    }
    assertTrue(Arrays.stream(csv.numbers("bend")).allMatch(Double::isNaN));
    assertEquals(1, Arrays.stream(csv.numbers("share")).sum(), 1e-12);
  }

  @Test
  void manyParametersAreCutToTheMostImportantAndFitTheScreen() {
    List<String> lines =
        run("explain", data("letter_recognition"), "--target", "lettr", "-q")
            .out()
            .lines()
            .toList();

    assertTrue(lines.contains("  and 412 more: --format csv has all"), lines.toString());
    for (String options : List.of("digits", "titanic --at end", "penguins_raw --at 3 --hidden 8")) {
      String text =
          run(("explain -q " + data(options.split(" ")[0]) + options.replaceFirst("^\\w+", ""))
                  .split(" "))
              .ok()
              .out();
      assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
      assertFalse(text.contains("\u001b"), "colours");
    }
  }

  @Test
  void dropoutIsSaidAndLeavesTheGradientWhole() {
    String[] options = {data("xor"), "--hidden", "4", "--at", "2"};
    JsonNode whole = explain(options);
    String[] dropping = {data("xor"), "--layer", "4:dropout=0.5", "--at", "0"};
    JsonNode start = explain(data("xor"), "--hidden", "4");

    assertEquals(2, whole.get("epoch").asInt());
    assertEquals(start.get("loss"), explain(dropping).get("loss"));
    assertEquals(start.get("gradient_norm"), explain(dropping).get("gradient_norm"));
    String text = run(args(List.of("explain", "-q"), dropping)).ok().out();
    assertTrue(text.endsWith("the steps leave some out (dropout)\n"), text);
  }

  @Test
  void aScheduleThatIsOverHasNoStep() {
    String[] options = {
      data("rents"), "--lr", "0.1", "--schedule", "cosine", "--epochs", "3", "--at", "3"
    };
    JsonNode explained = explain(options);

    assertTrue(explained.get("step").isNull());
    assertTrue(explained.get("parameters").get(0).get("share").isNull());
    String text = run(args(List.of("explain", "-q"), options)).ok().out();
    assertTrue(text.endsWith("\nno step of the run leads on from here\n"), text);
  }

  @Test
  void tinyChangesSayThatTheyAreRounded() {
    String text = run("explain", data("mtcars"), "--target", "mpg", "--at", "end", "-q").out();

    assertTrue(text.contains("so small a change is in part the rounding"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format xml | --format takes table, csv, json, not 'xml'",
        "--rows 0 | --rows must be 1 or more, not 0",
        "--rows 2 --row 3 | --rows has no effect with --row, which explains one row; leave one of"
            + " them out",
        "--row 3 --format csv | --format csv has no effect with --row, which is no list of"
            + " records; json has all of it",
        "--row 3 --follow 3 | --row has no effect with --follow, which goes through all epochs of a"
            + " run",
        "--follow 3 --at 3 | --at has no effect with --follow, which goes through all epochs of a"
            + " run",
        "--follow 10 | --follow 10: no row that is learned from comes so late; rows are learned"
            + " from lines 2 to 9 of datasets/rents.csv",
        "--at middle | --at takes start, end or the number of an epoch, not 'middle'",
        "--at 5 --epochs 3 | --at 5 is behind the last epoch, 3; --epochs allows more",
        "--row 1 | --row 1: the header, or a row that is left out, is there; rows are learned from"
            + " lines 2 to 9 of datasets/rents.csv",
        "--row 0 | --row 0: lines count from 1; rows are learned from lines 2 to 9 of"
            + " datasets/rents.csv",
        "--row 10 | --row 10: no row that is learned from comes so late; rows are learned from"
            + " lines 2 to 9 of datasets/rents.csv"
      })
  void refusesWhatHasNoEffectOrIsNotThere(String options, String sentence) {
    String[] command = ("explain -q " + data("rents") + " " + options).split(" ");

    assertEquals(sentence, run(command).fault(ExitCode.USAGE));
  }

  @Test
  void aRowForValidationIsNamed() {
    String[] options = {"explain", "-q", data("rents"), "--validation", "0.5", "--row"};
    long held =
        IntStream.rangeClosed(2, 9)
            .mapToObj(line -> run(args(List.of(options), Integer.toString(line))))
            .filter(outcome -> outcome.err().contains(": the row on this line is for validation"))
            .count();

    assertEquals(4, held);
  }

  @Test
  void rowsLeftOutOrOverSeveralLinesHaveNoChainRule() {
    byte[] table = "x,y\n1,2\n2,\n\"3\n\",4\n4,1\n".getBytes(UTF_8);

    assertTrue(runOn(table, "explain", "-", "-q", "--row", "3").fault(2).contains("left out"));
    assertEquals(0, runOn(table, "explain", "-", "-q", "--row", "6").code());
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertTrue(Screen.paper(true, Map.of("TERM", "xterm")).coloured());
    assertTrue(Screen.paper(true, Map.of("TERM", "xterm", "NO_COLOR", "")).coloured());
    assertFalse(Screen.paper(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).coloured());
    assertFalse(Screen.paper(true, Map.of("TERM", "dumb")).coloured());
    assertFalse(Screen.paper(true, Map.of()).coloured());
    assertEquals(new TextStyle(80, false), Screen.paper(false, Map.of("TERM", "xterm")));
  }
}
