package gdtrain.cli;

import java.util.List;

/** The program's entry. */
public final class Main {
  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line and returns its exit code. */
  static int run(String... args) {
    if (List.of(args).contains("--version")) {
      System.out.println("gdtrain " + Main.class.getPackage().getImplementationVersion());
      return 0;
    }
    System.out.println("gdtrain");
    return 0;
  }
}
