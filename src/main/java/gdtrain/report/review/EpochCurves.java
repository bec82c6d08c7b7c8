package gdtrain.report.review;

import gdtrain.report.picture.Series;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The curves of a run, gathered while it goes on, in bounded memory. */
public final class EpochCurves {
  private final Series loss = new Series("loss");
  private final Series objective = new Series("objective");
  private final Series validation = new Series("val_loss");
  private final Series gradientNorm = new Series("grad_norm");
  private final Series learningRate = new Series("lr");
  private final List<Series> losses = new ArrayList<>();

  /**
   * No epochs yet.
   *
   * @param penalised whether the objective is more than the loss
   * @param validated whether there are rows that are watched
   */
  public EpochCurves(boolean penalised, boolean validated) {
    losses.add(loss);
    if (penalised) {
      losses.add(objective);
    }
    if (validated) {
      losses.add(validation);
    }
  }

  /** Takes an epoch. */
  public void add(Epoch epoch) {
    add(loss, epoch, OptionalDouble.of(epoch.loss()));
    add(objective, epoch, OptionalDouble.of(epoch.objective()));
    add(validation, epoch, epoch.validationLoss());
    add(gradientNorm, epoch, OptionalDouble.of(epoch.gradientNorm()));
    add(learningRate, epoch, epoch.learningRate());
  }

  private static void add(Series series, Epoch epoch, OptionalDouble value) {
    if (value.isEmpty()) {
      series.addGap(epoch.number());
    } else if (Double.isFinite(value.getAsDouble())) {
      series.add(epoch.number(), value.getAsDouble());
    } else {
      series.addNotFinite(epoch.number());
    }
  }

  /** The losses, the objective among them where it is more than the loss. */
  List<Series> losses() {
    return losses;
  }

  /** Those that have a chart each. */
  Stream<Series> others() {
    return Stream.of(gradientNorm, learningRate);
  }
}
