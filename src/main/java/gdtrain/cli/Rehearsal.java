package gdtrain.cli;

import gdtrain.cli.output.Console;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, on a table of its own, so that Java can note which classes they
 * load. The launcher starts this in the background to make the class archive that later runs start
 * from; nothing reads its output.
 */
final class Rehearsal {
  /** Long enough for every rule of lint to look at it. */
  private static final String TABLE =
      IntStream.range(0, 40)
          .mapToObj(i -> "%d,%s,%d\n".formatted(i * i % 41, "abc".charAt(i % 3), 3 * i + i % 7))
          .collect(Collectors.joining("", "size,kind,price\n", ""));

  private Rehearsal() {}

  /** Runs all commands, whatever their exit codes. */
  public static void main(String[] args) throws IOException {
    run("--version");
    run("--help");
    run("fit", "--help");
    run("fit", "-", "--no-such-option");
    run("fit", "-", "--epochs", "2");
    run("fit", "-", "--epochs", "2", "--target", "kind");
    run("fit", "-", "--epochs", "2", "--hidden", "2", "--batch-size", "8");
    runOnFile("fit", "--epochs", "2", "--target", "kind", "--log", "/dev/null");
    runOn("epochs: 2\nexclude: [kind]\n", "fit", "no-such-file", "--spec", "-");
    run("cv", "-", "--folds", "2", "--epochs", "2");
    run("sweep", "-", "--lr", "0.1,1", "--epochs", "2");
    run("explain", "-", "--row", "2");
    run("explain", "-", "--rows", "2", "--target", "kind");
    run("terrain", "-", "--epochs", "2", "--grid", "2");
    System.exit(0);
  }

  private static void run(String... command) {
    runOn(TABLE, command);
  }

  /** A file is read by other classes than stdin. */
  private static void runOnFile(String... command) throws IOException {
    Path file = Files.createTempFile("gdtrain", ".csv");
    try {
      Files.writeString(file, TABLE);
      run(Stream.concat(Stream.of(command), Stream.of(file.toString())).toArray(String[]::new));
    } finally {
      Files.delete(file);
    }
  }

  private static void runOn(String input, String... command) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Main.run(new Console(in, System.out, System.err), command);
  }
}
