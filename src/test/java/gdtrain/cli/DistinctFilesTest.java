package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No output takes the place of an input, or of another output, whatever names they are given. */
class DistinctFilesTest {
  private static final String FILES =
      "@?(data[.]|other|spec[.]|hard|soft|sub/|way/|new|loop|model[.]|run|words).*";

  @TempDir Path folder;
  private String[] fitted;

  @BeforeEach
  void makeFiles() throws Exception {
    byte[] rows = Cli.bytes(Cli.data("xor"));
    Files.write(folder.resolve("data.csv"), rows);
    Files.write(folder.resolve("data.csv.gz"), Cli.gzipped(rows));
    Files.write(folder.resolve("other.csv"), rows);
    Files.writeString(folder.resolve("spec.yaml"), "epochs: 2\n");
    Files.writeString(folder.resolve("words"), "--epochs=2\n");
    Files.createLink(folder.resolve("hard"), folder.resolve("data.csv"));
    Files.createSymbolicLink(folder.resolve("soft"), Path.of("data.csv"));
    Files.createSymbolicLink(folder.resolve("softer"), folder.resolve("soft"));
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("way"), folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("sub/back"), Path.of("../new"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    run(words("fit data.csv -q --epochs 2 -o model.json --checkpoint run")).ok();
    fitted = Cli.files(folder).toArray(String[]::new);
  }

  /** The words of a command line in which names of files stand for those of this test. */
  private String[] words(String line) {
    return List.of(line.split(" ")).stream()
        .map(word -> word.matches(FILES) ? placed(word) : word)
        .toArray(String[]::new);
  }

  private String placed(String word) {
    return word.startsWith("@") ? "@" + folder.resolve(word.substring(1)) : folder + "/" + word;
  }

  @ParameterizedTest
  @CsvSource({
    "fit data.csv -o data.csv, --output, DATA",
    "fit data.csv -o sub/../data.csv, --output, DATA",
    "fit data.csv --log hard, --log, DATA",
    "fit data.csv --params soft, --params, DATA",
    "fit soft --metrics softer, --metrics, DATA",
    "fit hard --checkpoint softer, --checkpoint, DATA",
    "fit data.csv.gz -o way/../data.csv.gz, --output, DATA",
    "fit other.csv data.csv -o soft, --output, DATA",
    "fit data.csv --validation other.csv -o other.csv, --output, --validation",
    "fit data.csv --test other.csv --log other.csv, --log, --test",
    "fit data.csv --spec spec.yaml --params spec.yaml, --params, --spec",
    "fit data.csv --warm-start model.json -o model.json, --output, --warm-start",
    "fit data.csv --resume run -o run, --output, --resume",
    "fit data.csv @words -o words, --output, @",
    "cv data.csv --metrics hard, --metrics, DATA",
    "'sweep data.csv --l2 0,1 --best-output soft', --best-output, DATA",
    "'sweep data.csv --l2 0,1 --validation other.csv --best-output other.csv', --best-output,"
        + " --validation",
    "predict model.json data.csv -o softer, --output, DATA",
    "predict model.json data.csv -o model.json, --output, MODEL",
    "evaluate model.json data.csv --metrics hard, --metrics, DATA",
    "evaluate model.json data.csv --metrics model.json, --metrics, MODEL"
  })
  void anOutputIsNoInput(String line, String output, String input) throws Exception {
    byte[] before = Cli.bytes(folder.resolve("data.csv").toString());
    Outcome outcome = run(words(line + " --force"));

    String sentence = outcome.fault(ExitCode.USAGE);
    assertTrue(sentence.startsWith(output + " "), sentence);
    assertTrue(sentence.contains(" would overwrite " + input), sentence);
    assertEquals("", outcome.out());
    assertArrayEquals(before, Cli.bytes(folder.resolve("data.csv").toString()));
    assertArrayEquals(fitted, Cli.files(folder).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "-o new --params new, --params, --output",
    "-o new --log sub/../new, --output, --log",
    "-o sub/new --metrics way/new, --output, --metrics",
    "-o new --params sub/back, --output, --params",
    "--log way/back --checkpoint new, --log, --checkpoint",
    "-o data.csv --metrics soft, --output, --metrics"
  })
  void twoOutputsAreTwoFiles(String options, String one, String other) throws Exception {
    Outcome outcome = run(words("fit other.csv --force " + options));

    String sentence = outcome.fault(ExitCode.USAGE);
    assertTrue(sentence.contains(one + " ") && sentence.contains(other + " "), sentence);
    assertTrue(sentence.endsWith(" are the same file; name two"), sentence);
    assertArrayEquals(fitted, Cli.files(folder).toArray());
  }

  @Test
  void aRunGoesOnWithItsOwnCheckpoint() {
    run(words("fit data.csv -q --epochs 4 --resume run --checkpoint sub/../run")).ok();
  }

  @Test
  void theSameDeviceMayTakeTwoOutputs() {
    run(words("fit data.csv -q --epochs 2 -o /dev/null --params /dev/null")).ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--log", "--params", "--metrics", "--checkpoint"})
  void whatALinkStandsForIsWritten(String option) throws Exception {
    Path link = folder.resolve("sub/back");
    run(words("fit data.csv -q --epochs 2 " + option + " sub/back")).ok();

    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.isRegularFile(folder.resolve("new"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aLinkToItselfIsNoOutput() {
    Outcome outcome = run(words("fit data.csv -q --epochs 2 -o loop"));

    assertTrue(outcome.fault(ExitCode.USAGE).endsWith(" cannot be written; check the permissions"));
  }

  /** Another file option would escape the comparison. */
  @Test
  void everySettingThatIsAFileSaysWhetherItIsReadOrWritten() {
    for (Setting<?> setting : Settings.table()) {
      boolean file =
          List.of(setting.values().split("[|]")).stream()
              .anyMatch(v -> v.startsWith("FILE") || v.equals("MODEL"));
      assertEquals(file, setting.isInput() || setting.isOutput(), setting.key());
    }
  }
}
