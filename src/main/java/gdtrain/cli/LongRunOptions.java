package gdtrain.cli;

import gdtrain.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Runs that outlast a process. */
final class LongRunOptions {
  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "Save all that --resume needs to go on: every so many epochs, when the run ends, and when"
              + " it is interrupted.")
  String checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "With --checkpoint: how many epochs lie between two. Default: 100.")
  Integer every;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Go on from a file of --checkpoint, to the same bytes as without the break. DATA and"
              + " options are those of the run, but --epochs, --tolerance, --patience and"
              + " --time-limit may differ. The file of --log is gone on with; stdout has the header"
              + " and the rows that follow.")
  Path resume;

  @Option(
      names = "--progress",
      paramLabel = "auto|always|never",
      defaultValue = Automatic.WORD,
      description =
          "A bar on stderr for runs of more than a second: epoch, rate, time to the last epoch, loss."
              + " auto: where stderr is a terminal, unless the log goes to a terminal, too."
              + " Default: ${DEFAULT-VALUE}.")
  String progress = Automatic.WORD;

  /**
   * Where the bar is drawn.
   *
   * @param logs whether standard output has the rows of the log
   */
  Screen screen(boolean quiet, boolean logs) {
    if (quiet && progress.equals("always")) {
      throw new IllegalArgumentException("--progress always has no effect with --quiet");
    }
    boolean shown =
        switch (progress) {
          case "always" -> true;
          case "never" -> false;
          case Automatic.WORD -> Screen.isTerminal() && !(logs && Screen.isStandardOutputToo());
          default ->
              throw new IllegalArgumentException(
                  "--progress takes auto, always or never, not '%s'".formatted(progress));
        };
    return new Screen(shown && !quiet, Screen.columns());
  }

  /** Where checkpoints go, if they are wanted. */
  Optional<OutputFile> file(boolean force) {
    if (every != null && checkpoint == null) {
      throw new IllegalArgumentException("--checkpoint-every has no effect without --checkpoint");
    }
    if (every != null && every < 1) {
      throw new IllegalArgumentException("--checkpoint-every must be 1 or more, not " + every);
    }
    return Optional.ofNullable(checkpoint)
        .map(Path::of)
        .map(file -> new OutputFile(file, "--checkpoint", force || isResumed(file)));
  }

  /** Whether a checkpoint is the one that the run goes on from. */
  private boolean isResumed(Path file) {
    return resume != null
        && resume.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
  }

  /** Where the run of a command saves its checkpoints, if it does. */
  Optional<Checkpoints> checkpoints(CommandSpec command, boolean force, List<Table> tables) {
    int epochs = every == null ? 100 : every;
    return file(force).map(f -> new Checkpoints(f, epochs, Settings.texts(command), tables));
  }

  /**
   * The run to be taken up, if any.
   *
   * @param plan of the run that goes on, by the options of {@code command}
   */
  Optional<Resumption> resumption(CommandSpec command, FitPlan plan) {
    Optional<Resumption> resumption = Optional.ofNullable(resume).map(Resumption::read);
    resumption.ifPresent(r -> r.check(Settings.texts(command), plan));
    return resumption;
  }

  /** The names of the options with which a run may be taken up otherwise than it began. */
  static List<String> free() {
    return List.of("epochs", "tolerance", "patience", "time-limit");
  }
}
