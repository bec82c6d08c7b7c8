package gdtrain.cli.output;

/** What the program's exit status says. */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /**
   * Neither the command line nor the data is at fault: the program itself, the only fault shown
   * with a stack trace, or a gradient that {@code check} finds wrong, or the machine, out of memory
   * or of room for an output.
   */
  public static final int INTERNAL = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** The data, a model or a checkpoint is at fault. */
  public static final int DATA = 3;

  /** Descent diverged. */
  public static final int DIVERGED = 4;

  /** All went well, but a metric does not meet {@code --require}. */
  public static final int REQUIREMENT = 5;

  /** Standard output was closed by its reader, as after SIGPIPE. */
  public static final int READER_GONE = 141;

  private ExitCode() {}
}
