package gdtrain.cli;

/** What the program's exit status says. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** A fault of the program itself; the only one shown with a stack trace. */
  static final int INTERNAL = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The data or a model file is at fault. */
  static final int DATA = 3;

  /** Descent diverged. */
  static final int DIVERGED = 4;

  /** The reader of standard output went away, as after SIGPIPE. */
  static final int READER_GONE = 141;

  private ExitCode() {}
}
