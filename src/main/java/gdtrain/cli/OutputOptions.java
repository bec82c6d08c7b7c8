package gdtrain.cli;

import gdtrain.report.LogColumns;
import gdtrain.report.LogFormat;
import gdtrain.report.LossLog;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the results of a run go. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      description = "Save the model as JSON.")
  String output;

  @Option(names = "--force", description = "Overwrite files that exist.")
  boolean force;

  @Option(names = "--log", paramLabel = "FILE", description = "Write the loss log to FILE, too.")
  String log;

  @Option(
      names = "--log-format",
      paramLabel = "csv|tsv|jsonl|vnl|none",
      description = "The shape of the loss log. Default: csv.")
  String logFormat;

  @Option(
      names = "--log-every",
      paramLabel = "N",
      description = "Log the first, every N-th and the last epoch. Default: 1.")
  Integer logEvery;

  @Option(
      names = "--params",
      paramLabel = "FILE|-",
      description = "Write the parameters as CSV; - is stdout, which then has no loss log.")
  String parameters;

  /** Whether standard output has the parameters instead of the log. */
  boolean parametersOnStdout() {
    return "-".equals(parameters);
  }

  /** The shape of the log. */
  LogFormat format() {
    LogFormat format =
        logFormat == null
            ? LogFormat.CSV
            : Words.constant(LogFormat.class, "--log-format", logFormat);
    if (logEvery != null && logEvery < 1) {
      throw new IllegalArgumentException("--log-every must be 1 or more, not " + logEvery);
    }
    boolean nowhere = format == LogFormat.NONE || (parametersOnStdout() && log == null);
    if (nowhere && logEvery != null) {
      throw new IllegalArgumentException("--log-every has no effect: there is no log");
    }
    if (parametersOnStdout() && log == null && logFormat != null && format != LogFormat.NONE) {
      throw new IllegalArgumentException(
          "--log-format has no effect: --params - puts the parameters on stdout instead of the log;"
              + " --log FILE keeps both");
    }
    if (format == LogFormat.NONE && log != null) {
      throw new IllegalArgumentException("--log has no effect with --log-format none");
    }
    return format;
  }

  /** The model file, if wanted. */
  Optional<OutputFile> modelFile() {
    return file(output, "--output");
  }

  /** The parameter file, if wanted. */
  Optional<OutputFile> parameterFile() {
    return parametersOnStdout() ? Optional.empty() : file(parameters, "--params");
  }

  /**
   * Refuses outputs that cannot be written, before any work.
   *
   * @param metrics the file that another option names, if any
   */
  void check(Optional<OutputFile> metrics) {
    List<OutputFile> files = new ArrayList<>();
    metrics.ifPresent(files::add);
    modelFile().ifPresent(files::add);
    parameterFile().ifPresent(files::add);
    logFile().ifPresent(files::add);
    long different =
        files.stream().map(f -> f.path().toAbsolutePath().normalize()).distinct().count();
    if (different < files.size()) {
      throw new IllegalArgumentException("two outputs have the same file name");
    }
    format();
  }

  private Optional<OutputFile> file(String name, String option) {
    return Optional.ofNullable(name).map(n -> OutputFile.of(n, option, force));
  }

  /** Opens the log on standard output and in its file; each has written its header. */
  List<LossLog> openLogs(LogColumns columns, PrintStream stdout) {
    int every = logEvery == null ? 1 : logEvery;
    List<LossLog> logs = new ArrayList<>();
    if (!parametersOnStdout()) {
      logs.add(new LossLog(format(), columns, every, stdout));
    }
    logFile().ifPresent(file -> logs.add(new LossLog(format(), columns, every, file.open())));
    return logs;
  }

  private Optional<OutputFile> logFile() {
    return file(log, "--log");
  }
}
