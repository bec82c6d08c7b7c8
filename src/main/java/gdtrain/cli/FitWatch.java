package gdtrain.cli;

import gdtrain.optimizer.Point;
import gdtrain.report.BrokenPipe;
import gdtrain.report.LossLog;
import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Follows a run of {@code fit}: writes its logs, shows how far it is, saves its checkpoints. */
final class FitWatch implements Watcher {
  private final List<LossLog> logs;
  private final Optional<Checkpoints> checkpoints;
  private final Interruption interruption;
  private final ProgressLine progress;
  private Optional<LastFinite> lastFinite = Optional.empty();

  FitWatch(
      List<LossLog> logs,
      Optional<Checkpoints> checkpoints,
      Interruption interruption,
      ProgressLine progress) {
    this.logs = new ArrayList<>(logs);
    this.checkpoints = checkpoints;
    this.interruption = interruption;
    this.progress = progress;
  }

  @Override
  public void epoch(Epoch epoch) {
    toLogs(log -> log.accept(epoch));
    progress.accept(epoch);
  }

  @Override
  public void reached(Epoch epoch, Point here) {
    if (Double.isFinite(epoch.objective()) && Double.isFinite(epoch.gradientNorm())) {
      lastFinite = Optional.of(LastFinite.of(epoch, here));
    }
  }

  /** Where the run was when all its numbers were finite; empty if they never were. */
  Optional<LastFinite> lastFinite() {
    return lastFinite;
  }

  @Override
  public void checkpoint(Epoch epoch, boolean over, Supplier<Checkpoint> state) {
    checkpoints.ifPresent(c -> c.accept(epoch, over, state));
  }

  @Override
  public boolean interrupts() {
    return interruption.happened();
  }

  /**
   * Does something with every log. The signal that interrupts a run often ends the reader of its
   * log, too; then the run still writes everything else.
   */
  void toLogs(Consumer<LossLog> action) {
    for (LossLog log : List.copyOf(logs)) {
      try {
        action.accept(log);
      } catch (BrokenPipe e) {
        if (!interruption.happensSoon()) {
          throw e;
        }
        logs.remove(log);
      }
    }
  }
}
