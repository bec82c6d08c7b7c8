package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built distribution and the programs beside it, as processes of their own. */
public final class Program {
  /** The launcher of the built distribution. */
  static final String GDTRAIN = System.getProperty("gdtrain.home") + "/bin/gdtrain";

  /** The top folder of the sources, where processes run. */
  static final Path ROOT = Path.of("").toAbsolutePath();

  /** The Python found for each import, empty where there is none: pandas loads for a second. */
  private static final Map<String, String> PYTHONS = new ConcurrentHashMap<>();

  private static final String CACHE = ROOT.resolve("target/cache").toString();

  // The first run starts the job that makes the archive, without which a process takes two to
  // three times as long. Where it does not come soon, tests do without.
  static {
    try {
      run(Map.of(), GDTRAIN, "--version");
      for (int tenths = 0; tenths < 200 && !hasArchive(); tenths++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (IOException | InterruptedException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Program() {}

  private static boolean hasArchive() throws IOException, InterruptedException {
    return !run(Map.of(), "find", CACHE, "-name", "classes.seal").out().isEmpty();
  }

  /** What a process left behind. */
  public record Outcome(int code, String out, String err) {
    /** This outcome, if all went well. */
    public Outcome ok() {
      assertEquals(0, code, err);
      return this;
    }
  }

  /**
   * Writes a program. Another process does, since one that a test beside it starts meanwhile would
   * keep a file open for writing that this one writes, and Linux starts no such file.
   */
  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile("program", ".sh");
    try {
      Files.writeString(draft, text);
      String copy = "cp \"$0\" \"$1\" && chmod 755 \"$1\"";
      run(Map.of(), "sh", "-c", copy, draft.toString(), file.toString()).ok();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(draft);
    }
    return file;
  }

  /** Skips the test where a program is not installed. */
  static void assumeInstalled(String... programs) throws Exception {
    for (String program : programs) {
      assumeTrue(run(Map.of(), "sh", "-c", "command -v " + program).code() == 0, program);
    }
  }

  /** A Python that has these packages; skips the test where there is none. */
  public static String python(String... packages) throws Exception {
    String imports = "import " + String.join(", ", packages);
    String python = PYTHONS.get(imports);
    if (python == null) {
      python = findPython(imports);
      PYTHONS.put(imports, python);
    }
    return python.isEmpty() ? abort("no Python can " + imports) : python;
  }

  private static String findPython(String imports) throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(Map.of(), "sh", "-c", "\"$0\" -c \"$1\"", python, imports).code() == 0) {
        return python;
      }
    }
    return "";
  }

  /** Runs a line of bash in which {@code gdtrain} is the built program. */
  static Outcome bash(String line, String... arguments) throws Exception {
    String function = "gdtrain() { \"" + GDTRAIN + "\" \"$@\"; }\n";
    List<String> command = List.of("bash", "-c", function + line, "bash");
    return run(
        Map.of(), Stream.concat(command.stream(), Stream.of(arguments)).toArray(String[]::new));
  }

  /**
   * A command in the top folder, with the Java of this test and the class archive that all tests
   * share; no file is written to the user's home.
   */
  static ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(Map.of("HOME", "", "XDG_CACHE_HOME", CACHE));
    return builder;
  }

  /** Runs a command in the top folder, see {@link #builder}. */
  public static Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("gdtrain", ".out");
    Path err = Files.createTempFile("gdtrain", ".err");
    try {
      ProcessBuilder builder = builder(command);
      builder.environment().putAll(environment);
      int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      return new Outcome(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
