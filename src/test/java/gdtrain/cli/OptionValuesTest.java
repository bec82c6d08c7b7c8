package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One syntax of numbers on the command line, in specs and sweeps; options without effect. */
class OptionValuesTest {
  @TempDir Path folder;

  private String data() throws IOException {
    StringBuilder csv = new StringBuilder("a,b,w,y\n");
    for (int i = 0; i < 30; i++) {
      csv.append(i * i % 7).append(',').append(i % 5).append(",1,").append(i % 11).append('\n');
    }
    return Files.writeString(folder.resolve("data.csv"), csv).toString();
  }

  /** What Java, other languages or a tired person take for a number. */
  static Stream<String> noNumbers() {
    return Stream.of(
        "1d",
        "1f",
        "1L",
        "0x1p3",
        "0x10",
        "\u0663",
        "\uff11",
        "1e400",
        "-1e400",
        "1e-400",
        "NaN",
        "nan",
        "Infinity",
        "inf",
        "-inf",
        "1_000",
        "1 000",
        " 1x",
        "1e",
        "e5",
        ".",
        "-",
        "--1",
        "1.2.3",
        "1e1.5",
        "1e99999999999",
        "1e-999999999",
        "9".repeat(500),
        "true",
        "one");
  }

  /** Options that take a number, with what stands before and behind it. */
  static Stream<List<String>> numbers() {
    return Stream.of(
            "--lr=",
            "--l1=",
            "--l2=",
            "--epochs=",
            "--tolerance=",
            "--time-limit=",
            "--clip-norm=",
            "--batch-size=",
            "--degree=",
            "--rare=",
            "--seed=",
            "--threads=",
            "--log-every=",
            "--patience=",
            "--memory=",
            "--skip=",
            "--hidden=",
            "--layer=",
            "--optimizer=adam:beta1=",
            "--loss=huber:delta=",
            "--schedule=exponential:rate=",
            "--require=loss<=")
        .flatMap(option -> noNumbers().map(number -> List.of(option, number)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void onlyPlainNumbersAreNumbers(List<String> option) throws IOException {
    String fault =
        Cli.run("fit", data(), "--log-format", "none", String.join("", option))
            .fault(ExitCode.USAGE);
    String name = option.get(0).replaceFirst("=.*", "");
    assertTrue(fault.contains(name), fault);
  }

  @ParameterizedTest
  @MethodSource("noNumbers")
  void norInSpecsAndSweeps(String number) throws IOException {
    Path spec = folder.resolve("s.yaml");
    for (String key : List.of("lr", "epochs", "l1")) {
      Files.writeString(spec, key + ": \"" + number + "\"\n");
      String fault = Cli.run("fit", data(), "--spec", spec.toString()).fault(ExitCode.USAGE);
      assertTrue(fault.contains("--" + key), fault);
    }
    String swept = Cli.run("sweep", data(), "--lr", "0.1", "--lr=" + number).fault(ExitCode.USAGE);
    assertTrue(swept.contains("--lr"), swept);
    String folds = Cli.run("cv", data(), "--folds=" + number).fault(ExitCode.USAGE);
    assertTrue(folds.contains("--folds"), folds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "+1", "1.", ".5", "1e-3", "1E+0", "0001", "0.1e1", "1e0"})
  void whatPeopleWriteIsANumber(String number) throws IOException {
    Cli.run("fit", data(), "--epochs", "1", "--l2=" + number).ok();
    Cli.run("fit", data(), "--epochs", "1", "--lr=" + number).ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "1e400", "1d", "\u0663", "0,2", "none.csv"})
  void whatIsNoShareIsAFileWithItsOption(String rows) throws IOException {
    for (String option : List.of("--validation", "--test")) {
      String fault = Cli.run("fit", data(), option, rows).fault(ExitCode.DATA);
      assertTrue(fault.startsWith(option + ": " + rows + " does not exist"), fault);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--validation",
        "--test",
        "--output",
        "--log",
        "--params",
        "--metrics",
        "--checkpoint",
        "--resume",
        "--warm-start",
        "--spec",
        "--target",
        "--weight",
        "--loss",
        "--lr",
        "--epochs",
        "--hidden",
        "--layer",
        "--temp",
        "--na",
        "--class-weight",
        "--date",
        "--require",
        "--seed",
        "--optimizer",
        "--schedule",
        "--activation",
        "--init",
        "--task",
        "--scale",
        "--encoding"
      })
  void anEmptyValueNamesItsOption(String option) throws IOException {
    for (String empty : List.of("", " ")) {
      String fault = Cli.run("fit", data(), option + "=" + empty).fault(ExitCode.USAGE);
      assertTrue(fault.startsWith(option), fault);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--init he",
        "--init glorot",
        "--init uniform",
        "--exclude y",
        "--exclude 4",
        "--include y",
        "--weight w --exclude w",
        "--weight w --include w",
        "--include a --exclude a",
        "--exclude 1,2 --include 2",
        "--target a --exclude a",
        "--quiet --verbose",
        "--no-compress --hidden 3"
      })
  void whatHasNoEffectIsRefused(String options) throws IOException {
    List<String> words = new ArrayList<>(List.of("fit", data(), "--epochs", "1"));
    words.addAll(List.of(options.split(" ")));
    String fault = Cli.run(words.toArray(String[]::new)).fault(ExitCode.USAGE);
    assertTrue(fault.contains("no effect") || fault.contains("for hidden layers"), fault);
  }

  @Test
  void samplesHaveALimit() throws IOException {
    for (String samples : List.of("100001", "2000000", "2147483647")) {
      String fault =
          Cli.run("sweep", data(), "--lr", "0.1..0.2", "--samples", samples).fault(ExitCode.USAGE);
      assertTrue(fault.contains("--samples must be at most 100,000"), fault);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1025", "100000", "2147483647"})
  void threadsHaveALimit(String threads) throws IOException {
    String fault = Cli.run("fit", data(), "--threads", threads).fault(ExitCode.USAGE);
    assertTrue(fault.contains("--threads must be from 1 to 1,024"), fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30000,30000", "999999,999999", "100,999999,999999,3"})
  void aNetworkThatFitsNowhereIsRefusedBeforeItIsMade(String hidden) throws IOException {
    String fault = Cli.run("fit", data(), "--hidden", hidden).fault(ExitCode.USAGE);
    assertTrue(fault.contains("parameters needs about"), fault);
  }

  @Test
  void fiveThousandOptionsAreReadAtOnce() throws IOException {
    String[] words = new String[5002];
    Arrays.fill(words, "--require=loss<=1e9");
    words[0] = "fit";
    words[1] = data();
    Cli.run(words).ok();
  }
}
