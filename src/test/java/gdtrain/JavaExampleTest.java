package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The example of the Java API compiles, and prints what stands beside it. */
class JavaExampleTest {
  private static final Path EXAMPLE = Path.of("examples/java/TrainFromJava.java");
  private static final Path OUTPUT = Path.of("examples/java/TrainFromJava.out");

  @TempDir Path folder;

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void printsWhatStandsBesideIt() throws Exception {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                errors,
                "-proc:none",
                "-Xlint:all,-path",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                EXAMPLE.toString());
    assertEquals(0, compiled, errors.toString(StandardCharsets.UTF_8));

    String printed = run("datasets/mtcars.csv", folder.resolve("model.json").toString());
    if (Boolean.getBoolean("examples.rewrite")) {
      Files.writeString(OUTPUT, printed);
    }
    assertEquals(Files.readString(OUTPUT), printed);
  }

  private String run(String... args) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("TrainFromJava")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
