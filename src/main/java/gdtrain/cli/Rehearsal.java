package gdtrain.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs the usual commands once, on a table of its own, so that Java can note which classes they
 * load. The launcher starts this in the background to make the class archive that later runs start
 * from; nothing reads its output.
 */
final class Rehearsal {
  private static final String TABLE =
      "size,kind,price\n1,a,2\n2,b,3\n3,a,5\n4,b,7\n5,a,11\n6,b,13\n";

  private Rehearsal() {}

  /** Runs all commands, whatever their exit codes. */
  public static void main(String[] args) {
    run("--version");
    run("--help");
    run("fit", "--help");
    run("fit", "-", "--no-such-option");
    run("fit", "-", "--epochs", "2");
    run("fit", "-", "--epochs", "2", "--target", "kind");
    runOn("epochs: 2\nexclude: [kind]\n", "fit", "no-such-file", "--spec", "-");
    run("cv", "-", "--folds", "2", "--epochs", "2");
    run("sweep", "-", "--lr", "0.1,1", "--epochs", "2");
    run("terrain", "-", "--epochs", "2", "--grid", "2");
    System.exit(0);
  }

  private static void run(String... command) {
    runOn(TABLE, command);
  }

  private static void runOn(String input, String... command) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Main.run(new Console(in, System.out, System.err), command);
  }
}
