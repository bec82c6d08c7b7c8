package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fit --checkpoint} and {@code --resume}. */
class ResumeTest {
  private static final List<String> FIT =
      List.of("fit", data("iris"), "--lr", "0.3", "--tolerance", "0", "--validation", "0.2", "-q");

  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Outcome fit(String... options) {
    return run(Cli.args(FIT, options));
  }

  /** Runs to an epoch, leaving a checkpoint every tenth and a log behind. */
  private void stopAt(int epoch, String... options) {
    String[] stop = {"--epochs", String.valueOf(epoch), "--checkpoint", file("c"), "--log"};
    String[] files = {file("part"), "--checkpoint-every", "10", "--force"};
    fit(Stream.of(stop, files, options).flatMap(Arrays::stream).toArray(String[]::new)).ok();
  }

  private Outcome goOn(String... options) {
    String[] resume = {"--epochs", "60", "--resume", file("c"), "--log", file("part")};
    return fit(Stream.of(resume, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private void assertSame(String one, String other) throws Exception {
    assertArrayEquals(Cli.bytes(file(one)), Cli.bytes(file(other)));
  }

  @ParameterizedTest
  @CsvSource({"csv,1,30", "csv,7,33", "tsv,7,28", "vnl,3,31", "jsonl,4,30", "jsonl,7,25"})
  void endsInTheBytesOfAnUninterruptedRun(String format, String every, int stop) throws Exception {
    String[] log = {"--log-format", format, "--log-every", every};
    String[] files = {"--epochs", "60", "--log", file("whole"), "-o", file("whole.json")};
    fit(Stream.of(log, files).flatMap(Arrays::stream).toArray(String[]::new)).ok();
    stopAt(stop, log);

    goOn(Stream.of(log, new String[] {"-o", file("part.json")})
            .flatMap(Arrays::stream)
            .toArray(String[]::new))
        .ok();

    assertSame("whole", "part");
    assertSame("whole.json", "part.json");
  }

  @Test
  void goesOnWithHiddenLayersAndALearnedTargetUnit() throws Exception {
    String[] deep = {
      "--target", "sepal_length", "--hidden", "4", "--lr", "0.01", "--optimizer", "adam"
    };
    List<String> command =
        Stream.concat(Stream.of("fit", data("iris"), "-q"), Stream.of(deep)).toList();
    String[] steady = {"--schedule", "plateau:patience=2", "--log"};
    List<String> all = Stream.concat(command.stream(), Stream.of(steady)).toList();
    run(Cli.args(all, file("whole"), "--epochs", "40", "-o", file("whole.json"))).ok();
    run(Cli.args(all, file("part"), "--epochs", "17", "--checkpoint", file("c"))).ok();
    String[] rest = {"--epochs", "40", "-o", file("part.json"), "--resume", file("c")};
    run(Cli.args(
            all, Stream.concat(Stream.of(file("part")), Stream.of(rest)).toArray(String[]::new)))
        .ok();

    assertSame("whole", "part");
    assertSame("whole.json", "part.json");
  }

  @Test
  void writesRowsBehindTheCheckpointAnew() throws Exception {
    fit("--epochs", "60", "--log", file("whole")).ok();
    stopAt(30);
    Files.writeString(
        folder.resolve("part"), "31,0.1,0.1,0.1,0.3\n32,0.1,0.", StandardOpenOption.APPEND);

    Outcome rest = goOn().ok();

    assertSame("whole", "part");
    List<String> whole = Files.readAllLines(folder.resolve("whole"));
    assertEquals("", rest.out());
    assertTrue(whole.size() > 32);
  }

  @Test
  void aFinishedRunEndsTheSameWayAgain() throws Exception {
    String[] converging = {"fit", data("iris"), "--l2", "0.1", "--log-every", "10", "-q"};
    List<String> command = List.of(converging);
    String[] once = {"--checkpoint", file("c"), "--log", file("part"), "-o", file("m")};
    run(Cli.args(command, once)).ok();
    String log = Files.readString(folder.resolve("part"));
    String[] again = {"--resume", file("c"), "--log", file("part"), "-o", file("n")};
    run(Cli.args(command, again)).ok();
    Outcome printed = run(Cli.args(command, "--resume", file("c"))).ok();

    assertSame("m", "n");
    assertEquals(log, Files.readString(folder.resolve("part")));
    List<String> rows = log.lines().toList();
    assertEquals(List.of(rows.get(0), rows.get(rows.size() - 1)), printed.out().lines().toList());
  }

  @Test
  void theCheckpointMayBeTheOneThatIsGoneOnFrom() throws Exception {
    stopAt(30);
    byte[] before = Cli.bytes(file("c"));
    goOn("--checkpoint", file("c")).ok();

    assertFalse(Arrays.equals(before, Cli.bytes(file("c"))));
    assertTrue(fit("--checkpoint", file("c")).fault(ExitCode.USAGE).contains("--force"));
    assertEquals(List.of("c", "part"), Cli.files(folder));
  }

  @Test
  void aLogThatIsNewHasTheRowsThatFollow() throws Exception {
    stopAt(30);
    fit("--epochs", "60", "--resume", file("c"), "--log", file("new")).ok();

    assertEquals("31,", Files.readAllLines(folder.resolve("new")).get(1).substring(0, 3));
  }

  @Test
  void refusesOtherOptions() {
    stopAt(30);
    String start = "--resume " + file("c") + ": its run has ";

    assertEquals(
        start + "l2: auto, this one has l2: 0.1; a run is taken up with its own options",
        goOn("--l2", "0.1").fault(ExitCode.USAGE));
    assertEquals(
        start
            + "no test, this one has test: datasets/xor.csv; a run is taken up with its own options",
        goOn("--test", "datasets/xor.csv").fault(ExitCode.USAGE));
    assertEquals(
        "--resume %s: its run has 30 epochs behind it, more than --epochs 20".formatted(file("c")),
        fit("--resume", file("c"), "--epochs", "20").fault(ExitCode.USAGE));
    assertEquals(
        "--checkpoint-every has no effect without --checkpoint",
        fit("--checkpoint-every", "5").fault(ExitCode.USAGE));
    assertEquals(
        "--checkpoint-every must be 1 or more, not 0",
        fit("--checkpoint", file("d"), "--checkpoint-every", "0").fault(ExitCode.USAGE));
  }

  @Test
  void refusesProgressWhereNobodyWantsToSeeIt() {
    assertEquals(
        "--progress always has no effect with --quiet",
        fit("--progress", "always").fault(ExitCode.USAGE));
    assertEquals(
        "--progress takes auto, always or never, not 'yes'",
        fit("--progress", "yes").fault(ExitCode.USAGE));
  }

  @Test
  void refusesAnotherNumberOfEpochsWhereTheScheduleFollowsIt() {
    for (String schedule : List.of("cosine", "one-cycle", "polynomial")) {
      stopAt(30, "--schedule", schedule);

      assertEquals(
          ("--resume %s: its run has epochs: 30, this one has epochs: 60;"
                  + " its schedule follows --epochs")
              .formatted(file("c")),
          goOn("--schedule", schedule).fault(ExitCode.USAGE));
    }
    stopAt(30, "--schedule", "step");
    goOn("--schedule", "step").ok();
  }

  @Test
  void refusesOtherData() throws Exception {
    Path copy = Files.copy(Path.of(data("iris")), folder.resolve("iris.csv"));
    String[] stop = {"fit", copy.toString(), "--epochs", "5", "--checkpoint", file("c")};
    run(stop).ok();
    String last = Files.readAllLines(copy).get(100);
    Files.writeString(copy, last + "\n", StandardOpenOption.APPEND);

    assertEquals(
        copy
            + " has changed since the run of %s began; give it the same data or start anew"
                .formatted(file("c")),
        run("fit", copy.toString(), "--resume", file("c")).fault(ExitCode.DATA));
  }

  @Test
  void refusesWhatIsNoWholeCheckpoint() throws Exception {
    stopAt(30);
    byte[] whole = Cli.bytes(file("c"));
    Files.write(folder.resolve("c"), Arrays.copyOf(whole, whole.length / 2));

    assertEquals(
        file("c") + " is damaged or not whole; give another checkpoint, or start anew",
        goOn().fault(ExitCode.DATA));
    assertTrue(fit("--resume", file("none")).fault(ExitCode.DATA).contains("cannot be read"));
  }

  @Test
  void refusesALogThatIsNotTheRuns() throws Exception {
    stopAt(30);
    byte[] log = Cli.bytes(file("part"));
    String start = "--log %s cannot be gone on with: it does not ".formatted(file("part"));

    assertEquals(
        start + "hold the rows of the run up to epoch 30; name a new file",
        goOn("--log-every", "2").fault(ExitCode.DATA));
    assertTrue(goOn("--log-format", "tsv").fault(ExitCode.DATA).startsWith(start + "begin with"));
    assertArrayEquals(log, Cli.bytes(file("part")));
    Files.write(folder.resolve("part"), Arrays.copyOf(log, log.length - 1));
    assertTrue(goOn().fault(ExitCode.DATA).startsWith(start + "hold the rows"));
  }
}
