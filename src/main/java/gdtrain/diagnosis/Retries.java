package gdtrain.diagnosis;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.run.Session;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.table.Table;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs like one that diverged with other settings, in silence. */
public final class Retries {
  /** Multiplications of all of them: some seconds. */
  private static final double MOST_WORK = 4e9;

  /** The same, as a multiple of what the diverged run took. */
  private static final double MOST_TIMES = 10;

  /** What a step takes besides its multiplications. */
  private static final double STEP = 2e4;

  private final RunSettings settings;
  private final Prepared rows;
  private final Session session;
  private double work;

  /**
   * Runs that are yet to be tried.
   *
   * @param settings of the run that they are tried in place of
   * @param rows that it learned from
   * @param session that read its tables
   */
  public Retries(RunSettings settings, Prepared rows, Session session) {
    this.settings = settings;
    this.rows = rows;
    this.session = session;
  }

  /** A run with other settings; empty if they do not go together. */
  Optional<TrainingRun> run(Map<String, String> changes) {
    try {
      RunSettings changed = settings.with(changes);
      boolean same = changed.rows().equals(settings.rows());
      return Optional.of(
          new TrainingRun(same ? rows : prepared(changed), changed, session.workers()));
    } catch (InvalidSetting e) {
      return Optional.empty();
    }
  }

  /** Tables are asked for in the order of the first time, which read them. */
  private Prepared prepared(RunSettings changed) {
    Iterator<Table> read = session.tables().iterator();
    return changed.prepare(read.next(), name -> read.next(), note -> {});
  }

  /** Allows as much work as is in proportion to a run. */
  void allow(TrainingRun run, Fit fit) {
    work = Math.max(MOST_WORK, MOST_TIMES * fit.evaluations() * cost(run));
  }

  /** Multiplications of an epoch. */
  private static double cost(TrainingRun run) {
    double pass = (double) run.learned().descended().rows() * run.network().parameters();
    int steps = run.problem().batches().map(b -> b.count()).orElse(1);
    return (steps > 1 ? 2 : 1) * pass + steps * STEP;
  }

  /**
   * Goes through a run until it ends, all work that is allowed is done, or {@code stop} says so.
   */
  Fit fit(TrainingRun run, BooleanSupplier stop) {
    double cost = cost(run);
    return run.fit(
        new Watcher() {
          @Override
          public void epoch(Epoch epoch) {
            work -= cost;
          }

          @Override
          public boolean interrupts() {
            return work <= 0 || stop.getAsBoolean();
          }
        });
  }
}
