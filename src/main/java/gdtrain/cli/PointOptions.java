package gdtrain.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** At which point of its descent a run is looked at. */
final class PointOptions {
  private static final String START = "start";
  private static final String END = "end";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Look at a saved model instead of a run: its columns, layers, loss and descent; only the"
              + " options of reading may be given. Rows are those of DATA.")
  String model;

  @Option(
      names = "--at",
      paramLabel = "start|end|EPOCH",
      description =
          "Where the run is looked at: before the first step, at the epoch that fit keeps, or after"
              + " an epoch, however near the minimum is. Default: start, or the parameters of --model.")
  String at;

  /** The saved model, if one is looked at. */
  Optional<StartModel> model() {
    if (model != null && at != null) {
      throw new IllegalArgumentException("--at has no effect with --model, which is one point");
    }
    return Optional.ofNullable(model).map(StartModel::read);
  }

  /** Whether the run is looked at where it ends, so that it matters when that is. */
  boolean atEnd() {
    return END.equals(at);
  }

  /** Refuses what is no epoch. */
  void check() {
    if (at != null && !at.equals(START) && !at.equals(END)) {
      number();
    }
  }

  /** Goes there. */
  Standpoint reach(TrainingRun run) {
    return Standpoint.reach(run, epoch(run));
  }

  private int epoch(TrainingRun run) {
    if (at == null || at.equals(START)) {
      return 0;
    }
    if (at.equals(END)) {
      return run.fit(epoch -> {}).kept().number();
    }
    return number();
  }

  private int number() {
    if (!at.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "--at takes start, end or the number of an epoch, not '%s'".formatted(at));
    }
    return Integer.parseInt(at);
  }
}
