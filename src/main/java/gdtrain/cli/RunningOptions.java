package gdtrain.cli;

import picocli.CommandLine.Option;

/** How a command runs; nothing here changes its results. */
final class RunningOptions extends MemoryOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to work with; the results are the same. Default: all processors.")
  Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but errors.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the stack trace of an error.")
  boolean verbose;

  int threads() {
    if (threads != null && threads < 1) {
      throw new IllegalArgumentException("--threads must be 1 or more, not " + threads);
    }
    return threads == null ? processors() : threads;
  }

  /** The threads of a command without the option. */
  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
