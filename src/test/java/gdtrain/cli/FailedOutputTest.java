package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine fails, not the user: no room, no reader, no memory. */
class FailedOutputTest {
  private static final String FULL = "/dev/full";
  private static final String IRIS = data("iris");

  @TempDir Path folder;
  private String model;

  @BeforeEach
  void fit() {
    model = folder.resolve("model.json").toString();
    run("fit", IRIS, "--epochs", "3", "-o", model).ok();
  }

  private List<String[]> printingCommands() {
    return List.of(
        new String[] {"fit", IRIS},
        new String[] {"fit", IRIS, "--params", "-"},
        new String[] {"fit", IRIS, "--log-format", "jsonl"},
        new String[] {"predict", model, IRIS},
        new String[] {"evaluate", model, IRIS},
        new String[] {"evaluate", model, IRIS, "--require", "accuracy>1"},
        new String[] {"fit", IRIS, "--params", "-", "--require", "accuracy>1"},
        new String[] {"show", model},
        new String[] {"show", "--params", model},
        new String[] {"--help"},
        new String[] {"help", "fit"},
        new String[] {"fit", "--version"});
  }

  /** Takes so many bytes, then fails with the system's message. */
  private static OutputStream failing(int room, String message) {
    return new OutputStream() {
      private int left = room;

      @Override
      public void write(int b) throws IOException {
        if (left-- <= 0) {
          throw new IOException(message);
        }
      }
    };
  }

  /** Bytes that cannot be read for a reason that is not the file's. */
  private static InputStream failing(Supplier<Throwable> reason) {
    return new InputStream() {
      @Override
      public int read() {
        return read(new byte[1], 0, 1);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        Throwable failure = reason.get();
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  private static Outcome runInto(OutputStream out, String... command) {
    return runOn(InputStream.nullInputStream(), out, new ByteArrayOutputStream(), command);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void aFullDiskBehindStandardOutputIsSaid(int room) {
    for (String[] command : printingCommands()) {
      Outcome outcome = runInto(failing(room, "No space left on device"), command);

      assertEquals(
          "stdout could not be written: No space left on device", outcome.fault(ExitCode.INTERNAL));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void aReaderThatGoesAwayEndsTheRunWithoutAWord(int room) {
    for (String[] command : printingCommands()) {
      Outcome outcome = runInto(failing(room, "Broken pipe"), command);

      assertEquals(ExitCode.READER_GONE, outcome.code());
      assertTrue(!outcome.err().contains("gdtrain: ") && !outcome.err().contains("\tat "));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--params", "--output", "--metrics", "--checkpoint"})
  void aRunWithAnOutputFileGoesOnWithoutItsReader(String option) throws Exception {
    Path whole = folder.resolve("whole");
    Path cut = folder.resolve("cut");
    run("fit", IRIS, "--epochs", "40", option, whole.toString()).ok();
    Outcome outcome =
        runInto(failing(200, "Broken pipe"), "fit", IRIS, "--epochs", "40", option, cut.toString());

    assertEquals(ExitCode.READER_GONE, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("\nstdout was closed by its reader; the run goes on"));
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(cut));
  }

  @Test
  void aLongRunEndsSoonAfterItsReader() {
    String[] options = {"--lr", "0.001", "--epochs", "2000000000", "--tolerance", "0"};
    Outcome outcome = runInto(failing(200, "Broken pipe"), Cli.args(List.of("fit", IRIS), options));

    assertEquals(ExitCode.READER_GONE, outcome.code());
    assertTrue(
        outcome
            .err()
            .endsWith("stopped: stdout was closed by its reader, and no output file is named\n"),
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--log", "--params", "--output", "--metrics"})
  void aFullDiskBehindAFileIsSaid(String option) {
    assumeTrue(Files.exists(Path.of(FULL)));
    Outcome fit = run("fit", IRIS, "--epochs", "3", option, FULL);

    assertEquals(
        option + " /dev/full could not be written: No space left on device",
        fit.fault(ExitCode.INTERNAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--params", "--output", "--metrics", "--checkpoint"})
  void theOtherOutputsAreWrittenThoughOneCannotBe(String failing) throws Exception {
    assumeTrue(Files.exists(Path.of(FULL)));
    Path others = Files.createDirectory(folder.resolve("others"));
    List<String> options =
        List.of("--log", "--params", "--output", "--metrics", "--checkpoint").stream()
            .flatMap(o -> Stream.of(o, o.equals(failing) ? FULL : others.resolve(o).toString()))
            .toList();
    String[] fit = {"-q", "--epochs", "300", "--tolerance", "0"};
    Outcome outcome = run(Cli.args(List.of("fit", IRIS), Cli.args(options, fit)));

    assertEquals(
        failing + " /dev/full could not be written: No space left on device",
        outcome.fault(ExitCode.INTERNAL));
    assertEquals(4, Cli.files(others).size());
    for (String file : Cli.files(others)) {
      assertTrue(Files.size(others.resolve(file)) > 100, file);
    }
  }

  @Test
  void allOutputsThatCannotBeWrittenAreNamed() {
    assumeTrue(Files.exists(Path.of(FULL)));
    Outcome outcome = run("fit", IRIS, "-q", "--epochs", "3", "--params", FULL, "--metrics", FULL);

    String sentence = outcome.fault(ExitCode.INTERNAL);
    assertTrue(sentence.contains("--params /dev/full could not be written: "), sentence);
    assertTrue(sentence.contains("; --metrics /dev/full could not be written: "), sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--params", "--output", "--metrics", "--checkpoint"})
  void aRunGoesOnForItsFilesThoughItsLogCannotBeWritten(String option) {
    Path file = folder.resolve("file");
    String[] options = {option, file.toString(), "--epochs", "40"};
    Outcome outcome =
        runInto(failing(200, "No space left on device"), Cli.args(List.of("fit", IRIS), options));

    assertTrue(outcome.fault(ExitCode.INTERNAL).startsWith("stdout could not be written"));
    assertTrue(outcome.err().contains("; the run goes on\n"), outcome.err());
    assertTrue(Files.exists(file));
  }

  @Test
  void metricsAreWrittenThoughStandardOutputIsFull() {
    Path metrics = folder.resolve("metrics.json");
    String[] options = {"--params", "-", "--metrics", metrics.toString(), "--epochs", "3"};
    Outcome outcome =
        runInto(
            failing(0, "No space left on device"), Cli.args(List.of("fit", IRIS, "-q"), options));

    assertTrue(outcome.fault(ExitCode.INTERNAL).startsWith("stdout could not be written"));
    assertTrue(Files.exists(metrics));
  }

  @Test
  void aFullDiskBehindPredictionsIsSaid() {
    assumeTrue(Files.exists(Path.of(FULL)));
    Outcome outcome = run("predict", model, IRIS, "-o", FULL);

    assertTrue(outcome.fault(ExitCode.INTERNAL).startsWith("--output /dev/full could not be"));
  }

  @Test
  void aModelFileThatAppearsDuringTheRunIsNotOverwritten() throws Exception {
    Path file = folder.resolve("appears.json");
    InputStream late =
        new FilterInputStream(Files.newInputStream(Path.of(IRIS))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            Files.writeString(file, "another's");
            return super.read(bytes, offset, length);
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Outcome fit =
        Cli.runOn(late, out, out, "fit", "-", "-q", "--epochs", "3", "-o", file.toString());
    assertEquals(ExitCode.INTERNAL, fit.code());
    assertTrue(
        fit.err().endsWith("it was made during the run; --force overwrites it\n"), fit.err());
    assertEquals("another's", Files.readString(file));
  }

  @Test
  void theParametersAreToldBeforeAModelThatCannotBeWritten() {
    assumeTrue(Files.exists(Path.of(FULL)));
    Outcome fit = run("fit", IRIS, "--epochs", "3", "-o", FULL);

    assertTrue(fit.err().contains("parameters for 'species' in original units:"), fit.err());
    assertEquals(5, fit.out().lines().count());
  }

  @Test
  void tooLittleMemoryIsSaidWithTheRemedy() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path unwritten = folder.resolve("other.json");
    Outcome fit =
        runOn(
            failing(() -> new OutOfMemoryError("Java heap space")),
            out,
            out,
            "fit",
            "-",
            "-o",
            unwritten.toString());

    String sentence = fit.fault(ExitCode.INTERNAL);
    assertTrue(sentence.startsWith("not enough memory"), sentence);
    assertTrue(sentence.contains("GDTRAIN_JAVA_OPTS=-Xmx"), sentence);
    assertEquals(List.of("model.json"), Cli.files(folder));
  }

  @Test
  void aFaultOfTheProgramItselfKeepsItsStackTrace() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Outcome fit = runOn(failing(() -> new IllegalStateException("a bug")), out, out, "fit", "-");

    assertEquals(ExitCode.INTERNAL, fit.code());
    assertTrue(fit.err().contains("\tat gdtrain."), fit.err());
    assertTrue(fit.err().contains("gdtrain: internal error: "), fit.err());
  }

  @Test
  void verboseShowsTheStackTraceOfAnyFault() {
    assertTrue(run("fit", "no.csv", "-v").err().contains("\tat gdtrain."));
    assertTrue(!run("fit", "no.csv").err().contains("\tat gdtrain."));
  }
}
