package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the launcher of the built distribution, each time as a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
  private static final Path HOME = Path.of(System.getProperty("gdtrain.home"));
  private static final String LAUNCHER = HOME.resolve("bin/gdtrain").toString();
  private static final String VERSION_LINE =
      HOME.getFileName().toString().replace("gdtrain-", "gdtrain ") + "\n";
  private static final String TABLE = Path.of("datasets/xor.csv").toAbsolutePath().toString();
  private static final Map<String, String> NO_CACHE = Map.of("HOME", "", "XDG_CACHE_HOME", "");

  @TempDir Path folder;

  private record Outcome(int exitCode, String output, String errors) {}

  @Test
  void startsFromAnyWorkingDirectory() throws Exception {
    assertPrintsVersion(run(NO_CACHE, LAUNCHER, "--version"));
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path direct = Files.createSymbolicLink(folder.resolve("direct"), Path.of(LAUNCHER));
    Files.createSymbolicLink(folder.resolve("relative link"), direct.getFileName());

    assertPrintsVersion(run(NO_CACHE, "./relative link", "--version"));
  }

  /** Some programs of this name have no -f, some take one file only. */
  @ParameterizedTest
  @ValueSource(strings = {"exit 1", "exec \"$program\" -f \"$2\""})
  void startsThroughSymbolicLinksWithALesserReadlink(String withOption) throws Exception {
    String program = "#!/bin/sh\nprogram=%s\n[ \"$1\" != -f ] || %s\nexec \"$program\" \"$@\"\n";
    String full = run(Map.of(), "sh", "-c", "command -v readlink").output().strip();
    Program.write(folder.resolve("bin/readlink"), program.formatted(full, withOption));
    Map<String, String> environment = new HashMap<>(NO_CACHE);
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(LAUNCHER));

    assertPrintsVersion(run(environment, link.toString(), "--version"));
  }

  @Test
  void startsFromAFolderWithBlanksInItsName() throws Exception {
    Path home = folder.resolve("my own programs");
    Path launcher = Program.write(home.resolve("bin/gdtrain"), Files.readString(Path.of(LAUNCHER)));
    Files.createSymbolicLink(home.resolve("lib"), HOME.resolve("lib"));

    assertPrintsVersion(run(NO_CACHE, launcher.toString(), "--version"));
  }

  /** Without, with and with a broken archive only the program's own output is printed. */
  @Test
  void anArchiveThatWasChangedIsNotUsedButMadeAnew() throws Exception {
    Path cache = Files.createDirectory(folder.resolve("cache folder"));
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    assertPrintsVersion(run(environment, LAUNCHER, "--version"));
    Path archive = awaitArchive(cache);
    assertPrintsVersion(run(environment, LAUNCHER, "--version"));
    for (String damage :
        List.of(
            "head -c 9000000 \"$0\" >\"$0.cut\" && mv -f \"$0.cut\" \"$0\"",
            "chmod u+w \"$0\" && head -c 4000000 /dev/zero | dd of=\"$0\" bs=4096 seek=900 conv=notrunc",
            "chmod o+w \"$0\"",
            "rm \"$0.seal\"")) {
      Path claim = archive.resolveSibling("classes.claim");
      Files.createDirectory(claim); // no job begins: only what is done with the archive counts
      run(Map.of(), "cp", "-p", archive.toString(), folder.resolve("good").toString());
      run(Map.of(), "cp", archive + ".seal", folder.resolve("good.seal").toString());
      run(Map.of(), "sh", "-c", damage, archive.toString());

      assertPrintsVersion(run(environment, LAUNCHER, "--version"));
      String started = run(environment, "sh", "-x", LAUNCHER, "--version").errors();
      assertFalse(started.contains("-XX:SharedArchiveFile="), damage);
      assertFalse(started.contains("-XX:AOTCache="), damage);
      run(
          Map.of(),
          "sh",
          "-c",
          "mv -f good \"$0\" && sleep 0.1 && cat good.seal >\"$0.seal\"",
          archive.toString());
      Files.delete(claim);
      started = run(environment, "sh", "-x", LAUNCHER, "--version").errors();
      assertTrue(started.contains("-XX:SharedArchiveFile=") || started.contains("-XX:AOTCache="));
    }
    Files.delete(archive);
    Files.writeString(archive, "no archive at all");
    assertPrintsVersion(run(environment, LAUNCHER, "--version"));
    assertTrue(Files.size(awaitArchive(cache)) > 1_000_000);
    assertEquals("", run(Map.of(), "find", folder.toString(), "-name", "hs_err*").output());
  }

  /** What the environment may do to a run; each ends in one sentence. */
  @ParameterizedTest
  @CsvSource({
    "ulimit -v 1000000, Java does not start: ",
    "ulimit -v 300000, Java does not start: ",
    "ulimit -d 100000, Java does not start: ",
    "ulimit -n 15, needs more than 15 open files",
    "ulimit -n 20, 'the system gives too little memory, or too few threads or open files'",
    "mkdir gone && cd gone && rmdir ../gone, the current directory is gone",
    "export GDTRAIN_JAVA_OPTS=-Xmx1x, Java does not start: Invalid maximum heap size: -Xmx1x",
    "export GDTRAIN_JAVA_OPTS=-XX:+UseG1GC, Java does not start: ",
    "export GDTRAIN_JAVA_OPTS=-agentlib:nonsense, Java does not start: "
  })
  void theEnvironmentIsAnsweredInOneSentence(String environment, String sentence) throws Exception {
    String line = environment + " && exec \"$0\" fit \"$1\" -q";
    Outcome outcome = run(NO_CACHE, "bash", "-c", line, LAUNCHER, TABLE);

    assertEquals(1, outcome.exitCode());
    assertEquals("", outcome.output());
    List<String> said =
        outcome.errors().lines().filter(l -> !l.contains("getcwd() failed")).toList();
    assertEquals(1, said.size(), outcome.errors());
    assertTrue(said.get(0).startsWith("gdtrain: " + sentence), said.get(0));
    assertEquals("", run(Map.of(), "find", folder.toString(), "-name", "*.log").output());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH=/nowhere",
        "GDTRAIN_JAVA_OPTS=-Dfile.encoding=UTF-16",
        "GOMP_CPU_AFFINITY=none OMP_STACKSIZE=none OMP_DISPLAY_ENV=true"
      })
  void theEnvironmentChangesNothing(String environment) throws Exception {
    String line = environment + " exec \"$0\" fit \"$1\" --epochs 0 -q";

    assertTrains(run(NO_CACHE, "bash", "-c", line, LAUNCHER, TABLE));
  }

  @Test
  void sentencesAreReadableWhateverEncodingJavaWasTold() throws Exception {
    Map<String, String> environment = new HashMap<>(NO_CACHE);
    environment.put("GDTRAIN_JAVA_OPTS", "-Dfile.encoding=UTF-16");

    Outcome outcome = run(environment, LAUNCHER, "fit", "none.csv");

    assertEquals(3, outcome.exitCode());
    assertTrue(outcome.errors().startsWith("gdtrain: none.csv does not exist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--no-such-option", "--lr=-1", "--print-spec"})
  void startsTheArrayLibraryOnlyToTrain(String option) throws Exception {
    Path loaded = folder.resolve("loaded");
    Map<String, String> environment = new HashMap<>(NO_CACHE);
    environment.put("GDTRAIN_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);

    run(environment, LAUNCHER, "fit", TABLE, option);
    String without = Files.readString(loaded);
    run(environment, LAUNCHER, "fit", TABLE, "--epochs=0");

    assertFalse(without.contains("org.bytedeco.javacpp.Loader "));
    assertTrue(Files.readString(loaded).contains("org.bytedeco.javacpp.Loader "));
  }

  @Test
  void runsWhereNoCacheFolderCanBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Map<String, String> environment = Map.of("HOME", file.toString(), "XDG_CACHE_HOME", "");

    assertPrintsVersion(run(environment, LAUNCHER, "--version"));
  }

  @Test
  void trainsWhereNothingCanBeWritten() throws Exception {
    String file = Files.createFile(folder.resolve("file")).toString();
    // A folder, or newer Javas warn of it, in which even root can make nothing.
    String unwritable = "/proc";
    String options = "-Duser.home=%s -Djava.io.tmpdir=%s".formatted(file, unwritable);

    Map<String, String> environment =
        Map.of("HOME", file, "XDG_CACHE_HOME", "", "GDTRAIN_JAVA_OPTS", options);

    assertTrains(run(environment, LAUNCHER, "fit", TABLE, "--epochs", "0", "-q"));
  }

  @Test
  void trainsFromAFolderWithBlanksInItsNameAndWritesOnlyTheClassArchive() throws Exception {
    Path program = folder.resolve("my own programs");
    Path launcher =
        Program.write(program.resolve("bin/gdtrain"), Files.readString(Path.of(LAUNCHER)));
    Files.createSymbolicLink(program.resolve("lib"), HOME.resolve("lib"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Map<String, String> environment =
        Map.of(
            "HOME",
            home.toString(),
            "XDG_CACHE_HOME",
            "",
            "GDTRAIN_JAVA_OPTS",
            "-Duser.home=" + home);

    assertTrains(run(environment, launcher.toString(), "fit", TABLE, "--epochs", "0", "-q"));
    awaitArchive(home);

    assertEquals(".cache\n", run(Map.of(), "ls", "-A", home.toString()).output());
    assertEquals("gdtrain\n", run(Map.of(), "ls", "-A", home + "/.cache").output());
  }

  @Test
  void endsWithTheExitCodeOfTheProgram() throws Exception {
    Path home = folder.resolve("java");
    Program.write(home.resolve("bin/java"), "#!/bin/sh\nexit 141\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

    assertEquals(141, run(withJava(home), LAUNCHER, "--version").exitCode());
  }

  @ParameterizedTest
  @CsvSource({
    "short.csv, 48, true",
    "long.csv, 49, false",
    "short.csv.gz, 12, true",
    "long.csv.gz, 13, false",
    "-long table.csv, 49, false"
  })
  void leavesTheSecondCompilerOutWhereThereIsLittleToRead(String name, int megabytes, boolean out)
      throws Exception {
    Path home = folder.resolve("java");
    Program.write(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength((long) megabytes << 20);
    }

    Outcome outcome = run(withJava(home), LAUNCHER, "fit", "--epochs", "3", name);

    assertEquals("", outcome.errors());
    assertEquals(out, outcome.output().contains("\n-XX:TieredStopAtLevel=1\n"));
    assertTrue(outcome.output().endsWith("fit\n--epochs\n3\n" + name + "\n"));
  }

  @Test
  void makesTheClassArchiveAnewWhereAJarWasReplaced() throws Exception {
    Path program = folder.resolve("program");
    Path launcher =
        Program.write(program.resolve("bin/gdtrain"), Files.readString(Path.of(LAUNCHER)));
    run(
        Map.of(),
        "sh",
        "-c",
        "mkdir \"$1\" && ln -s \"$0\"/* \"$1\"",
        HOME.resolve("lib").toString(),
        program.resolve("lib").toString());
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    run(environment, launcher.toString(), "--version");
    Path archive = awaitArchive(folder.resolve("cache"));
    Object first = Files.readAttributes(archive, BasicFileAttributes.class).fileKey();

    Files.createFile(program.resolve("lib/another.jar"));
    assertPrintsVersion(run(environment, launcher.toString(), "--version"));
    Path second = awaitArchive(folder.resolve("cache"));

    assertNotEquals(first, Files.readAttributes(second, BasicFileAttributes.class).fileKey());
  }

  @Test
  void saysInOneSentenceThatThereIsNoJava() throws Exception {
    String sentence =
        "gdtrain: there is no %s/bin/java: set JAVA_HOME to a Java 17 or later, or unset it.%n";

    Outcome outcome = run(withJava(folder), LAUNCHER, "--version");

    assertEquals(new Outcome(1, "", sentence.formatted(folder)), outcome);
  }

  @Test
  void saysInOneSentenceThatJavaIsTooOld() throws Exception {
    String java8 = "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n";
    Path java = Program.write(folder.resolve("bin/java"), java8);
    String sentence =
        "gdtrain: needs Java 17 or later, which %s is not: set JAVA_HOME to a newer one.%n";

    Outcome outcome = run(withJava(folder), LAUNCHER, "--version");

    assertEquals(new Outcome(1, "", sentence.formatted(java)), outcome);
  }

  @Test
  void givesJavaTheOptionsOfTheUser() throws Exception {
    Map<String, String> environment =
        Map.of("GDTRAIN_JAVA_OPTS", "-Dpattern=* -version", "HOME", "", "XDG_CACHE_HOME", "");

    Outcome outcome = run(environment, LAUNCHER, "--version");

    assertTrue(outcome.errors().contains('"' + System.getProperty("java.version") + '"'));
  }

  @Test
  void shellScriptsPassShellcheck() throws Exception {
    assumeTrue(run(Map.of(), "sh", "-c", "command -v shellcheck").exitCode() == 0);
    String scripts =
        "$(grep -rlE '^#(!.*sh$| shellcheck shell)' src/main/dist scripts examples .ci)";
    String check = "cd \"$0\" && shellcheck -x " + scripts;

    Outcome outcome = run(Map.of(), "sh", "-c", check, Path.of("").toAbsolutePath().toString());

    assertEquals(new Outcome(0, "", ""), outcome);
  }

  private static void assertPrintsVersion(Outcome outcome) {
    assertEquals(new Outcome(0, VERSION_LINE, ""), outcome);
  }

  /** The loss of the model that predicts the mean, 1/2, of the two answers to exclusive or. */
  private static void assertTrains(Outcome outcome) {
    assertEquals("", outcome.errors());
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.output().matches("(?s)epoch,loss.*\n0,0\\.69[0-9]*,.*"), outcome.output());
  }

  private static Map<String, String> withJava(Path home) {
    return Map.of("JAVA_HOME", home.toString(), "HOME", "", "XDG_CACHE_HOME", "");
  }

  /**
   * Waits for the background job of the first run, which takes away its claim last. The job gives
   * way to other processes, so it may take long beside other tests.
   */
  private Path awaitArchive(Path cache) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 1800; attempt++) {
      TimeUnit.MILLISECONDS.sleep(100);
      String found = run(Map.of(), "find", cache.toString(), "-name", "classes*").output();
      if (found.matches(".*/classes(|[.]seal)\n.*/classes(|[.]seal)\n")) {
        return Path.of(found.lines().filter(f -> f.endsWith("/classes")).findFirst().orElseThrow());
      }
    }
    throw new AssertionError("no class archive appeared in " + cache);
  }

  /** Runs a command with the Java of this test, unless the environment names another one. */
  private Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", "");
    Path errors = Files.createTempFile(folder, "errors", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    int exitCode =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start().waitFor();
    return new Outcome(exitCode, Files.readString(output), Files.readString(errors));
  }
}
