package gdtrain.insight;

import gdtrain.train.Epoch;
import java.util.List;
import java.util.stream.DoubleStream;

/** A point of a run's descent: where an epoch ended. */
public final class Iterate {
  private final Epoch epoch;
  private final double[] parameters;

  /**
   * The end of an epoch.
   *
   * @param epoch loss and objective in the unit of the target's column
   * @param parameters flat; copied
   */
  public Iterate(Epoch epoch, double[] parameters) {
    this.epoch = epoch;
    this.parameters = parameters.clone();
  }

  /** The epoch, as in the loss log. */
  public Epoch epoch() {
    return epoch;
  }

  /** The flat vector. */
  public List<Double> parameters() {
    return DoubleStream.of(parameters).boxed().toList();
  }

  /** The flat vector, live. */
  double[] flat() {
    return parameters;
  }
}
