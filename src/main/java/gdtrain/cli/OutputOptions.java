package gdtrain.cli;

import gdtrain.report.LogLayout;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.LogLayout.LogFormat;
import gdtrain.report.LossLog;
import gdtrain.train.Epoch;
import java.io.PrintStream;
import java.nio.file.Path;
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

  /** Whether standard output has rows of the log. */
  boolean logsOnStdout() {
    return !parametersOnStdout() && format() != LogFormat.NONE;
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
   * @param others the files that other options name
   * @param goesOn whether a log that exists is gone on with
   */
  void check(List<OutputFile> others, boolean goesOn) {
    List<OutputFile> files = new ArrayList<>(others);
    modelFile().ifPresent(files::add);
    parameterFile().ifPresent(files::add);
    logFile(goesOn).ifPresent(files::add);
    files.forEach(OutputFile::check);
    if (force && files.isEmpty()) {
      throw new IllegalArgumentException("--force has no effect: no file is written");
    }
    long different =
        files.stream().map(f -> f.path().toAbsolutePath().normalize()).distinct().count();
    if (different < files.size()) {
      throw new IllegalArgumentException("two outputs have the same file name");
    }
    format();
  }

  private Optional<OutputFile> file(String name, String option) {
    return Optional.ofNullable(name).map(n -> new OutputFile(Path.of(n), option, force));
  }

  /**
   * Opens the log on standard output and in its file.
   *
   * @param passed the last epoch of the run that is taken up, if one is
   */
  List<LossLog> openLogs(LogColumns columns, PrintStream stdout, Optional<Epoch> passed) {
    LogLayout shape = new LogLayout(format(), columns, logEvery == null ? 1 : logEvery);
    List<LossLog> logs = new ArrayList<>();
    logFile(passed.isPresent()).ifPresent(file -> logs.add(new LogFile(file, shape).open(passed)));
    if (!parametersOnStdout()) {
      LossLog log = new LossLog(shape, stdout).begin();
      passed.ifPresent(log::goOn);
      logs.add(log);
    }
    return logs;
  }

  private Optional<OutputFile> logFile(boolean goesOn) {
    return Optional.ofNullable(log)
        .map(name -> new OutputFile(Path.of(name), "--log", force || goesOn));
  }
}
