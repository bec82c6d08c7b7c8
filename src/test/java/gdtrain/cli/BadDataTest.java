package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.gzipped;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that cannot be learned from: one sentence that says where, status 3, nothing written. */
class BadDataTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | is empty",
        "a,b; | has a header but no rows",
        "a,b;1,2;3; | , line 3: 1 cell, not 2",
        "a,b;1,2;3,4,5; | , line 3: 3 cells, not 2",
        "a,b;1,\"2;3,4; | , line 2: a quoted cell starts here and its quote is never closed",
        "a,b;1,;2,NA; | has no value at all in its target column 'b'",
        "a,b;1,x;2,x; | has one class only, 'x'",
        "a,b;NaN,1;NaN,2;NaN,3; | has no input column that varies",
        "a,b;1,2;1,3;1,4; | has no input column that varies",
        "a,b;Inf,1;2,2;1,4; | , line 2, column 'a' (1): 'Inf' is not a finite number",
        "a,b;1,1;2,-Infinity;1,4; | , line 3, column 'b' (2): '-Infinity' is not a finite number",
        "a,b;1,1;2,1e999;1,4; | , line 3, column 'b' (2): '1e999' is not a finite number",
        "b;1;2;3; | has no input column left besides the target",
        "a,a;1,2;3,4; | 'a'",
      })
  void fitRefuses(String lines, String part) throws Exception {
    assertRefused(lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8), part);
  }

  @Test
  void namesLineColumnAndValueOfTextInANumericColumn() throws Exception {
    byte[] text = "a,b\n1,2\n,5\nx,3\n4,5\n".getBytes(StandardCharsets.UTF_8);

    assertRefused(text, ", line 4, column 'a' (1): 'x' is not a number", "--numeric", "a");
  }

  @Test
  void namesTheTextInATargetThatShouldBeANumber() throws Exception {
    byte[] text = "a,b\n1,2\n2,5\n3,x\n4,5\n".getBytes(StandardCharsets.UTF_8);

    assertRefused(text, ", line 4, column 'b': 'x' is not a number", "--task", "regression");
  }

  @Test
  void namesTheMissingCellThatMustNotBe() throws Exception {
    byte[] text = "a,b\n1,2\n2,5\n,3\n4,5\n".getBytes(StandardCharsets.UTF_8);

    assertRefused(text, ", line 4, column 'a': the missing value", "--missing", "error");
  }

  @Test
  void namesTheCellWhosePowerIsNoNumber() throws Exception {
    byte[] text = "a,b\n1,2\n2,5\n3,3\n-1e103,5\n".getBytes(StandardCharsets.UTF_8);

    String part = ", line 5, column 'a': '-1.0E103' makes the input 'a^3' too large";
    assertRefused(text, part, "--degree", "3", "--scale", "minmax");
  }

  @Test
  void namesAWeightThatIsNone() throws Exception {
    byte[] text = "a,w,b\n1,1,2\n2,-1,5\n3,1,3\n".getBytes(StandardCharsets.UTF_8);

    assertRefused(text, ", line 3, column 'w': '-1'", "--weight", "w");
  }

  @Test
  void binaryFilesAreNoTables() throws Exception {
    byte[] noise = new byte[4096];
    new Random(42).nextBytes(noise);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};

    assertRefused(noise, "line 1");
    assertRefused(png, "looks binary");
  }

  @Test
  void aDamagedGzipFileIsNamed() throws Exception {
    byte[] packed = gzipped(Cli.bytes(data("iris")));

    assertRefused(Arrays.copyOf(packed, packed.length / 2), "is damaged gzip data");
  }

  @Test
  void aWrongEncodingIsNamedWithItsLine() throws Exception {
    byte[] latin = "a,b\nMüller,1\nx,2\nx,3\n".getBytes(StandardCharsets.ISO_8859_1);

    assertRefused(latin, ", line 2: the byte FC is not UTF-8");
    Path file = folder.resolve("data");
    run("fit", file.toString(), "--encoding", "iso-8859-1", "--epochs", "2").ok();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String file = folder.resolve("no.csv").toString();

    for (String option : List.of("--epochs=1", "--log-format=jsonl")) {
      Outcome fit = run("fit", file, option);
      assertTrue(fit.fault(ExitCode.DATA).startsWith(file + " does not exist"));
      assertEquals("", fit.out());
    }
  }

  @Test
  void aFolderIsNoTable() {
    String sentence = run("fit", folder.toString()).fault(ExitCode.DATA);

    assertTrue(sentence.startsWith(folder + " is a directory"), sentence);
  }

  @Test
  void aValidationFileThatIsNotThereIsNamed() {
    String sentence = run("fit", data("iris"), "--validation", "nofile.csv").fault(ExitCode.DATA);

    assertTrue(sentence.startsWith("--validation: nofile.csv does not exist"), sentence);
  }

  @Test
  void aValidationFileHasTheColumnsOfTheTrainingFile() throws Exception {
    String sentence = run("fit", data("iris"), "--validation", data("norris")).fault(ExitCode.DATA);

    assertTrue(sentence.contains("norris.csv has no column '"), sentence);
  }

  private void assertRefused(byte[] content, String part, String... options) throws Exception {
    String file = Files.write(folder.resolve("data"), content).toString();
    String[] outputs = {
      "-o", folder.resolve("model").toString(),
      "--params", folder.resolve("parameters").toString(),
      "--log", folder.resolve("log").toString()
    };
    Outcome fit = run(Cli.args(Arrays.asList(Cli.args(List.of("fit", file), options)), outputs));

    String sentence = fit.fault(ExitCode.DATA);
    assertTrue(sentence.contains(part), sentence);
    assertEquals("", fit.out());
    assertEquals(List.of("data"), Cli.files(folder));
  }
}
