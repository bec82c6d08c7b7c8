package gdtrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long runs that are killed, interrupted and taken up again, as processes of their own. */
@Execution(ExecutionMode.CONCURRENT)
class InterruptedRunsIT {
  private static final int KILLS = 50;
  private static final List<String> FIT =
      List.of("fit", "datasets/iris.csv", "--lr", "0.001", "--tolerance", "0", "--threads", "1");

  @TempDir Path folder;

  /** Runs fit; SIGINT acts even where this test runs without it. */
  private static ProcessBuilder builder(String... options) {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
    command.add(Program.GDTRAIN);
    command.addAll(FIT);
    command.addAll(List.of(options));
    return Program.builder(command.toArray(String[]::new));
  }

  /** Starts fit, with its streams in files. */
  private Process start(String... options) throws IOException {
    return builder(options)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static void signal(Process process, String name) throws Exception {
    Program.run(Map.of(), "kill", "-" + name, String.valueOf(process.pid())).ok();
  }

  /** Waits until a file has so many bytes, or the process has ended. */
  private void await(Process process, String name, long bytes) throws Exception {
    while (process.isAlive() && size(name) < bytes) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private long size(String name) throws IOException {
    return Files.exists(folder.resolve(name)) ? Files.size(folder.resolve(name)) : 0;
  }

  /**
   * Every process goes on from the checkpoint, and is killed a random while after it has begun to
   * write rows, so that the run moves on between kills.
   */
  @Test
  void aRunKilledFiftyTimesEndsInTheSameBytes() throws Exception {
    Random random = new Random(1);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = startPart(400_000);
      await(process, "log", size("log") + 1);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
      assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
      process.destroyForcibly().waitFor();
    }
    int epochs = lastEpoch() + 1000;
    assertEquals(0, startPart(epochs).waitFor(), Files.readString(folder.resolve("err")));
    String[] files = {"--log", file("whole"), "-o", file("whole.json")};
    assertEquals(0, start(epochs, files).waitFor());

    assertArrayEquals(bytes("whole"), bytes("log"));
    assertArrayEquals(bytes("whole.json"), bytes("model.json"));
  }

  /** Begins the run, or goes on with it. */
  private Process startPart(int epochs) throws IOException {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--log", file("log"), "-o", file("model.json"), "--force"));
    options.addAll(List.of("--checkpoint", file("checkpoint"), "--checkpoint-every", "50"));
    if (Files.exists(folder.resolve("checkpoint"))) {
      options.addAll(List.of("--resume", file("checkpoint")));
    }
    return start(epochs, options.toArray(String[]::new));
  }

  private Process start(int epochs, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("-q", "--log-every", "5"));
    all.addAll(List.of("--epochs", String.valueOf(epochs)));
    all.addAll(List.of(options));
    return start(all.toArray(String[]::new));
  }

  private int lastEpoch() throws IOException {
    String log = Files.readString(folder.resolve("log"));
    String whole = log.substring(0, log.lastIndexOf('\n'));
    return Integer.parseInt(whole.substring(whole.lastIndexOf('\n') + 1).split(",")[0]);
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  @ParameterizedTest
  @CsvSource({"HUP,129", "INT,130", "TERM,143"})
  void aSignalEndsTheRunAndKeepsTheBest(String name, int code) throws Exception {
    String[] options = {
      "--epochs",
      "2000000000",
      "-o",
      file("model.json"),
      "--log",
      file("log"),
      "--metrics",
      file("metrics.json"),
      "--params",
      file("params.csv"),
      "--checkpoint",
      file("checkpoint")
    };
    Process process = start(options);
    await(process, "log", 20_000);
    signal(process, name);

    assertEquals(code, process.waitFor());
    String said = Files.readString(folder.resolve("err"));
    assertTrue(said.contains("gdtrain: interrupted: "), said);
    assertTrue(said.contains("\ninterrupted after "), said);
    List<String> log = Files.readAllLines(folder.resolve("log"));
    assertEquals(0, size("out"));
    double best =
        log.stream()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.split(",")[1]))
            .min()
            .orElseThrow();
    Outcome evaluated =
        Program.run(Map.of(), Program.GDTRAIN, "evaluate", file("model.json"), "datasets/iris.csv");
    assertTrue(evaluated.ok().out().contains("\nloss," + best + "\n"), evaluated.out());
    assertTrue(Files.readString(folder.resolve("metrics.json")).contains("\"interrupted\""));
    assertTrue(size("params.csv") > 0);

    int epoch = lastEpoch() + 1;
    String[] more = {"-q", "--epochs", String.valueOf(epoch), "--resume", file("checkpoint")};
    assertEquals(0, start(more).waitFor());
    assertTrue(Files.readString(folder.resolve("out")).contains("\n" + epoch + ","));
  }

  @Test
  void aSecondSignalLeavesAtOnce() throws Exception {
    // The program cannot write on: nobody reads the pipe behind its standard output.
    String[] options = {"--epochs", "2000000000", "-o", file("model.json")};
    Process process = builder(options).redirectError(folder.resolve("err").toFile()).start();
    while (process.isAlive() && process.getInputStream().available() < 60_000) { // then it is full
      TimeUnit.MILLISECONDS.sleep(2);
    }
    signal(process, "INT");
    while (!Files.readString(folder.resolve("err")).contains("gdtrain: interrupted: ")) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    assertTrue(process.isAlive());
    signal(process, "TERM");

    assertEquals(130, process.waitFor());
    assertFalse(Files.exists(folder.resolve("model.json")));
  }
}
