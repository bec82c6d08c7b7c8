package gdtrain.run;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import gdtrain.optimizer.Point;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Trainer;
import gdtrain.train.Watcher;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A point of a run's descent, and where the run goes from there. */
public final class DescentPoint {
  private final Epoch epoch;
  private final double[] parameters;
  private DescentPoint next;

  private DescentPoint(Epoch epoch, double[] parameters) {
    this.epoch = epoch;
    this.parameters = parameters;
  }

  /** The epoch that ended here; heights in the unit of the target's column. */
  public Epoch epoch() {
    return epoch;
  }

  /** The flat vector. */
  public double[] parameters() {
    return parameters.clone();
  }

  /** Where the run's next epoch ends; empty if none leads on. */
  public Optional<DescentPoint> next() {
    return Optional.ofNullable(next);
  }

  /**
   * Runs to the end of an epoch.
   *
   * @throws IllegalArgumentException if the run does not come that far
   */
  public static DescentPoint reach(TrainingRun run, int number) {
    if (number > run.limits().epochs()) {
      throw new InvalidSetting(
          "⟦at⟧ %d is behind the last epoch, %d; ⟦epochs⟧ allows more"
              .formatted(number, run.limits().epochs()));
    }
    // A schedule has no step behind its last epoch.
    boolean over = run.settings().descent().paced() && number == run.limits().epochs();
    Way way = new Way(number);
    Fit fit = descend(run, over ? number : number + 1, way);
    if (way.here == null) {
      throw new InvalidSetting(
          "⟦at⟧ %d: the run ends at epoch %d, %s"
              .formatted(number, fit.last().number(), EnumWord.of(fit.ending())));
    }
    return way.here;
  }

  /** Trains until an epoch is over, however near the minimum is, and perhaps beyond the limit. */
  private static Fit descend(TrainingRun run, int epoch, Watcher watcher) {
    int most = Math.max(epoch, run.limits().epochs()); // schedules follow the limit
    Limits longer = new Limits(most, 0, OptionalDouble.empty(), OptionalInt.empty());
    return new Trainer(run.settings().descent().method(), longer)
        .fit(run.problem(), run.start(), watcher);
  }

  /** Remembers an epoch and the one behind it. */
  private static final class Way implements Watcher {
    private final int number;
    private DescentPoint here;

    Way(int number) {
      this.number = number;
    }

    @Override
    public void epoch(Epoch epoch) {
      // reached gets it, too
    }

    @Override
    public void reached(Epoch epoch, Point point) {
      if (epoch.number() == number) {
        here = new DescentPoint(epoch, point.parameters().clone());
      } else if (epoch.number() == number + 1) {
        here.next = new DescentPoint(epoch, point.parameters().clone());
      }
    }

    @Override
    public boolean interrupts() {
      return here != null && here.next != null;
    }
  }
}
