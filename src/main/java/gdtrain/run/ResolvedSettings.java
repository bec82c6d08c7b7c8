package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.Dataset;
import gdtrain.insight.Curvature;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import gdtrain.run.setting.RunSettings;
import gdtrain.train.Batches;
import gdtrain.train.DataBatches;
import gdtrain.train.Limits;
import gdtrain.train.Regularisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The choices that settings leave to the program, made for a network and its rows.
 *
 * @param settings what was asked for
 * @param network that is trained
 * @param data to learn from, not weighted by class
 * @param classes whether classes are predicted
 */
record ResolvedSettings(RunSettings settings, Network network, Dataset data, boolean classes) {
  private static final int MOST_EPOCHS = 500;
  private static final int FEWEST_EPOCHS = 20;
  private static final int USUAL_STEPS = 100_000;

  /** Of a landscape that does not bend, or not in numbers. */
  private static final double USUAL_RATE = 0.01;

  /** Inputs up to which compressing takes at most as long as 100 epochs over all rows. */
  private static final int MOST_COMPRESSED = 200;

  /** How many times fewer rows there must be. */
  private static final int WORTH_IT = 4;

  private int rows() {
    return data.rows();
  }

  /** Rows of one step. */
  int batchRows() {
    return Math.min(settings.descent().batchRows().orElse(rows()), rows());
  }

  /** Whether an epoch is one step over all rows and all units. */
  private boolean wholeSteps() {
    return batchRows() == rows() && !network.drops();
  }

  /** The rows in batches; none where an epoch is one step over all rows and all units. */
  Optional<Batches> batches(Dataset weighed, Loss learned) {
    return wholeSteps()
        ? Optional.empty()
        : Optional.of(
            new DataBatches(network, learned, weighed, batchRows(), settings.validation().seed()));
  }

  /**
   * Whether the rows are compressed to as many as there are columns, by a {@link
   * gdtrain.train.Factor}. It takes as long as one epoch over all rows for every two inputs.
   *
   * @param learned the loss that descends
   * @throws IllegalArgumentException if that was switched off where it never is
   */
  boolean compresses(Loss learned) {
    Optional<String> never = uncompressed(learned);
    if (never.isPresent() && !settings.descent().compress()) {
      throw new InvalidSetting(
          "⟦no-compress⟧ has no effect with %s: only full batches of a linear model under mse are compressed"
              .formatted(never.get()));
    }
    int inputs = inputs();
    return settings.descent().compress()
        && never.isEmpty()
        && inputs <= MOST_COMPRESSED
        && rows() > WORTH_IT * (inputs + 2);
  }

  /** What about the run lets no rows be compressed, however many there are. */
  private Optional<String> uncompressed(Loss learned) {
    if (settings.network().deep()) {
      return Optional.of("hidden layers");
    }
    if (!learned.quadratic()) {
      return Optional.of("the loss " + learned.name());
    }
    return wholeSteps()
        ? Optional.empty()
        : Optional.of("batches of %,d rows".formatted(batchRows()));
  }

  private int inputs() {
    return network.inputs() - (network.intercepts() ? 1 : 0);
  }

  /**
   * For steps with some of the rows, half of what is stable with all, and less the fewer they are:
   * rows alone bend up to as many times more as there are inputs. A tenth of that where the
   * curvature is known at the start only and has no bound. Two digits are enough.
   */
  double learningRate(Optional<Curvature> curvature) {
    double stable = curvature.map(Curvature::largestStableRate).orElse(USUAL_RATE);
    boolean bounded = curvature.filter(c -> c.kind() != Curvature.Kind.LOCAL).isPresent();
    double rate = stable / (bounded ? 2 : 20) / (1 + (double) inputs() / batchRows());
    return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
  }

  /** Where layers train on many rows, so many epochs that there are {@link #USUAL_STEPS}. */
  Limits limits() {
    if (!settings.automaticEpochs() || !settings.network().deep()) {
      return settings.limits();
    }
    int steps = (rows() + batchRows() - 1) / batchRows();
    int epochs = Math.min(MOST_EPOCHS, Math.max(USUAL_STEPS / steps, FEWEST_EPOCHS));
    return settings.limits().withEpochs(epochs);
  }

  /**
   * What was given, or, for hidden layers, the more the fewer rows there are for an input; a row of
   * weight w counts as w rows.
   */
  double l2() {
    double inputs = inputs();
    double most = classes ? 0.01 : 0.03;
    double usual = settings.network().deep() ? Math.min(inputs / data.totalWeight(), most) : 0;
    return settings.descent().l2().orElse(usual);
  }

  Regularisation regularisation() {
    return new Regularisation(settings.descent().l1(), l2(), network);
  }
}
