package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The built distribution and the programs beside it, as processes of their own. */
final class Program {
  /** The launcher of the built distribution. */
  static final String GDTRAIN = System.getProperty("gdtrain.home") + "/bin/gdtrain";

  /** The top folder of the sources, where processes run. */
  static final Path ROOT = Path.of("").toAbsolutePath();

  private Program() {}

  /** What a process left behind. */
  record Outcome(int code, String out, String err) {
    /** This outcome, if all went well. */
    Outcome ok() {
      assertEquals(0, code, err);
      return this;
    }
  }

  /** Skips the test where a program is not installed. */
  static void assumeInstalled(String... programs) throws Exception {
    for (String program : programs) {
      assumeTrue(run(Map.of(), "sh", "-c", "command -v " + program).code() == 0, program);
    }
  }

  /** A Python that has these packages; skips the test where there is none. */
  static String python(String... packages) throws Exception {
    String imports = "import " + String.join(", ", packages);
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(Map.of(), "sh", "-c", "\"$0\" -c \"$1\"", python, imports).code() == 0) {
        return python;
      }
    }
    return abort("no Python can " + imports);
  }

  /** Runs a line of bash in which {@code gdtrain} is the built program. */
  static Outcome bash(String line, String... arguments) throws Exception {
    String function = "gdtrain() { \"" + GDTRAIN + "\" \"$@\"; }\n";
    List<String> command = List.of("bash", "-c", function + line, "bash");
    return run(
        Map.of(), Stream.concat(command.stream(), Stream.of(arguments)).toArray(String[]::new));
  }

  /** Runs a command in the top folder, with the Java of this test and no class archive. */
  static Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("gdtrain", ".out");
    Path err = Files.createTempFile("gdtrain", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(Map.of("HOME", "", "XDG_CACHE_HOME", ""));
      builder.environment().putAll(environment);
      int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      return new Outcome(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
