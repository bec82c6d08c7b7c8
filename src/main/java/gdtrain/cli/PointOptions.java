package gdtrain.cli;

import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.Optional;
import java.util.function.Consumer;
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

  /**
   * Goes there.
   *
   * @param notes hears if the run diverged, so that its end is not where it led
   */
  Standpoint reach(TrainingRun run, Consumer<String> notes) {
    return Standpoint.reach(run, epoch(run, notes));
  }

  private int epoch(TrainingRun run, Consumer<String> notes) {
    if (at == null || at.equals(START)) {
      return 0;
    }
    return at.equals(END) ? end(run.fit(epoch -> {}), notes) : number();
  }

  private static int end(Fit fit, Consumer<String> notes) {
    int kept = fit.kept().number();
    if (fit.ending() == Ending.DIVERGED) {
      notes.accept(
          "warning: the run diverged at epoch %,d; --at end is epoch %,d, the best, whose parameters are kept"
              .formatted(fit.last().number(), kept));
    }
    return kept;
  }

  private int number() {
    if (!at.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "--at takes start, end or the number of an epoch, not '%s'".formatted(at));
    }
    return Integer.parseInt(at);
  }
}
