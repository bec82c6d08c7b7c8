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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that are refused: one sentence, a hint, status 2, and nothing done. */
class WrongUsageTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lr 0 | --lr must be a number above 0, or auto, not 0.0",
        "--lr -1 | --lr must be a number above 0, or auto, not -1.0",
        "--lr=-1 | --lr must be a number above 0, or auto, not -1.0",
        "--lr abc | --lr must be a number above 0, or auto, not 'abc'",
        "--lr NaN | --lr must be a number above 0, or auto, not 'NaN'",
        "--lr Infinity | --lr must be a number above 0, or auto, not 'Infinity'",
        "--epochs -1 | --epochs must be 0 or more, not -1",
        "--epochs 1.5 | --epochs must be auto or a whole number of at most 2,147,483,647, not '1.5'",
        "--tolerance -1 | --tolerance must be 0 or more, not -1.0",
        "--tolerance NaN | --tolerance takes a number, not 'NaN'",
        "--time-limit 0 | --time-limit must be above 0",
        "--memory 0 | --memory must be more than 0, not 0",
        "--memory=-1 | --memory takes a number of bytes, or one with k, m or g, such as 512m, not '-1'",
        "--memory=1.5g | --memory takes a number of bytes, or one with k, m or g, such as 512m, not '1.5g'",
        "--memory 512mb | --memory takes a number of bytes, or one with k, m or g, such as 512m",
        "--memory 8388608t | --memory must be less than 8,388,608t, not 8388608t",
        "--memory 99999999999999999999999 | --memory must be less than 8,388,608t",
        "--temp no/such | --temp: there is no folder 'no/such'",
        "--temp README.md | --temp: there is no folder 'README.md'",
        "--temp= | --temp: there is no folder ''",
        "--threads 0 | --threads must be from 1 to 1,024, not 0",
        "--log-every 0 | --log-every must be 1 or more, not 0",
        "--log-every 2 --log-format none | --log-every has no effect",
        "--log-every 2 --params - | --log-every has no effect",
        "--log-format xml | --log-format takes csv, tsv, jsonl, vnl, none, not 'xml'",
        "--log-format jsonl --params - | --log-format has no effect: --params - puts",
        "--patience 3 | --patience has no effect without --validation",
        "--patience 0 --validation 0.2 | --patience must be 1 epoch or more",
        "--seed 3 | --seed has no effect",
        "--seed 3 --validation datasets/iris.csv | --seed has no effect",
        "--validation 0 | --validation takes a share between 0 and 1, or a file, not 0.0",
        "--validation 1 | --validation takes a share between 0 and 1, or a file, not 1.0",
        "--validation 2 | --validation takes a share between 0 and 1, or a file, not 2.0",
        "--validation -0.5 | --validation takes a share between 0 and 1, or a file, not -0.5",
        "--validation 1e-9 | leaves no row on one side",
        "--test 2 | --test takes a share between 0 and 1, or a file, not 2.0",
        "--test 120% | --test takes a share between 0 and 1, or a file, not 1.2",
        "--test 1e-9 | --test 1.0E-9 of 150 rows leaves no row on one side",
        "--optimizer sgd | --optimizer: stochastic gradient descent is gd with --batch-size N",
        "--loss logloss | there is no 'logloss'; did you mean 'binary-cross-entropy'?",
        "--loss l1 | there is no 'l1'; did you mean 'mae'?",
        "--random-state 3 | unexpected option '--random-state'; did you mean --seed?",
        "--metric x | unexpected option '--metric'; did you mean --metrics?",
        "--confusion | unexpected option '--confusion'",
        "--require r2 | --require 'r2': it compares nothing; quote it",
        "--require r2>=0.9 | --require 'r2>=0.9': it is not measured here; this run measures rows, loss,",
        "--require val_loss<1 | --require 'val_loss<1': there are no validation rows, which fit has",
        "--l1 -1 | --l1 and --l2 must be numbers of 0 or more",
        "--l2 NaN | --l2 must be auto or a number of 0 or more, not 'NaN'",
        "--target specie | there is no column 'specie' (did you mean 'species'?)",
        "--target 9 | --target: there is no column 9; the 5 columns are numbered from 1",
        "--weight nope | --weight: there is no column 'nope'",
        "--weight species | --weight and the target are the same column, 'species'",
        "--exclude nope | --exclude: there is no column 'nope'",
        "--encoding klingon | there is no encoding 'klingon'",
        "--delimiter ab | --delimiter takes auto, tab, whitespace or one character, not 'ab'",
        "--header maybe | --header takes auto, yes, no, not 'maybe'",
        "--scale huge | --scale takes standard, minmax, robust, none, not 'huge'",
        "--encode huge | --encode takes treatment, full, not 'huge'",
        "--missing huge | --missing takes auto, impute, indicator, drop, error, not 'huge'",
        "--degree 0 | --degree must be from 1 to 20, not 0",
        "--degree -2 | --degree must be from 1 to 20, not -2",
        "--degree 21 | --degree must be from 1 to 20, not 21",
        "--degree 2 --categorical 1,2,3,4 | --degree has no effect: no numeric input has",
        "--interactions --exclude 2,3,4 | --interactions has no effect: there are no two",
        "--degree 1.5 | --degree takes a whole number, not '1.5'",
        "--task huge | --task takes regression, classification, not 'huge'",
        "--lr 0.1 --l2 1 --lr 0.2 | --lr is given twice; it has one value",
        "--interactions --degree 2 --interactions | --interactions is given twice",
        "--no-such | unexpected option '--no-such'",
        "--epoch 3 | unexpected option '--epoch'; did you mean --epochs?",
      })
  void fitRefuses(String options, String part) throws Exception {
    Outcome fit = run(Cli.args(List.of("fit", IRIS), options.split(" ")));

    assertRefused(fit, part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lr",
        "--target",
        "--log",
        "--output",
        "-o",
        "--epochs",
        "--validation",
        "--test",
        "--require",
        "--metrics",
        "--params"
      })
  void fitAsksForAValueThatIsMissing(String option) throws Exception {
    assertRefused(run("fit", IRIS, option), "Missing required parameter for option '--");
  }

  @Test
  void standardInputCannotBeReadTwice() throws Exception {
    assertRefused(
        run("fit", "-", "--validation", "-"),
        "DATA and --validation are both -, but standard input can be read only once");
    assertRefused(run("fit", "-", "--test", "-"), "DATA and --test are both -");
    assertRefused(
        run("fit", IRIS, "--validation", "-", "--test", "-"), "--validation and --test are both -");
  }

  @Test
  void commandsAskForTheirArguments() throws Exception {
    assertRefused(run("fit"), "'DATA'");
    assertRefused(run("predict"), "'MODEL'");
    assertRefused(run("predict", "m.json"), "'DATA'");
    assertRefused(run("evaluate"), "'MODEL'");
    assertRefused(run("show"), "'MODEL'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train | unknown command 'train'; did you mean fit?",
        "tune | unknown command 'tune'; did you mean sweep?",
        "evalute | unknown command 'evalute'; did you mean evaluate?",
        "version | unknown command 'version'; did you mean --version?",
        "help fti | unknown command 'fti'; did you mean fit?",
        "my.csv | unknown command 'my.csv'; to train on the file: gdtrain fit my.csv",
        "README.md | unknown command 'README.md'; to train on the file: gdtrain fit README.md",
        "xyzzy | unknown command 'xyzzy'",
      })
  void aCommandIsSuggestedByItsMeaning(String words, String sentence) throws Exception {
    assertEquals(sentence, run(words.split(" ")).fault(ExitCode.USAGE));
  }

  @Test
  void withoutAnyWordTheCommandsAreListed() {
    Outcome outcome = run();

    assertEquals(ExitCode.USAGE, outcome.code());
    assertEquals("", outcome.out());
    assertEquals(run("--help").out(), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"predict", "evaluate"})
  void aModelBehindTheDataIsPutBeforeIt(String command) throws Exception {
    String model = folder.resolve("m.json").toString();
    run("fit", IRIS, "--epochs", "1", "-o", model).ok();

    String sentence = "the model comes before the data: gdtrain %s %s %s";
    assertEquals(
        sentence.formatted(command, model, IRIS), run(command, IRIS, model).fault(ExitCode.USAGE));
    assertEquals(ExitCode.DATA, run(command, IRIS, IRIS).code());
  }

  @Test
  void numbersAndNamesMayBeSpeltInOtherWays() {
    String expected = run("fit", IRIS, "-q", "--lr", "0.1", "--epochs", "20").ok().out();

    for (String spelt :
        List.of("--learning-rate 0.1 --epochs 2e1", "--learning-rate=.1 --epochs=20.0")) {
      assertEquals(
          expected, run(Cli.args(List.of("fit", IRIS, "-q"), spelt.split(" "))).ok().out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"predict", "evaluate"})
  void unseenTakesTwoWords(String command) throws Exception {
    String model = folder.resolve("m.json").toString();
    run("fit", IRIS, "--epochs", "1", "-o", model).ok();

    Outcome outcome = run(command, model, IRIS, "--unseen", "maybe");
    assertEquals("--unseen takes error or base, not 'maybe'", outcome.fault(ExitCode.USAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--params", "--log", "--metrics"})
  void anOutputThatExistsIsLeftAlone(String option) throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "old");

    String sentence = run("fit", IRIS, option, file.toString()).fault(ExitCode.USAGE);
    assertTrue(sentence.endsWith("precious exists; --force overwrites it"), sentence);
    assertEquals("old", Files.readString(file));
    run("fit", IRIS, option, file.toString(), "--force").ok();
    assertTrue(Files.size(file) > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--params", "--log", "--metrics"})
  void anOutputNeedsAFolderThatExists(String option) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");

    for (Path parent : List.of(file, folder.resolve("nowhere"))) {
      String path = parent.resolve("out").toString();
      String sentence = run("fit", IRIS, option, path).fault(ExitCode.USAGE);
      assertTrue(sentence.endsWith("there is no directory " + parent), sentence);
    }
    assertEquals(List.of("file"), Cli.files(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--params", "--log", "--metrics"})
  void anOutputIsAFileAndHasAName(String option) throws Exception {
    assertRefused(run("fit", IRIS, option, folder.toString()), "is a directory");
    assertRefused(run("fit", IRIS, option, ""), "takes the name of a file, not ''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--log", "--metrics"})
  void onlyParametersGoToStandardOutputByADash(String option) throws Exception {
    assertRefused(run("fit", IRIS, option, "-"), "takes the name of a file, not '-'");
  }

  @ParameterizedTest
  @CsvSource({"-o,--params", "-o,--log", "--params,--log", "--metrics,-o"})
  void twoOutputsNeedTwoFiles(String one, String other) throws Exception {
    String file = folder.resolve("out").toString();
    String same = folder.resolve(".").resolve("out").toString();

    assertRefused(run("fit", IRIS, one, file, other, same), "are the same file; name two");
  }

  private void assertRefused(Outcome outcome, String part) throws Exception {
    String sentence = outcome.fault(ExitCode.USAGE);
    assertTrue(sentence.contains(part), sentence);
    assertEquals("", outcome.out());
    assertEquals(List.of(), Cli.files(folder));
  }
}
