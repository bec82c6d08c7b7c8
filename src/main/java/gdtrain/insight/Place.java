package gdtrain.insight;

import gdtrain.train.Epoch;

/** Where an epoch of a run ended. */
public final class Place {
  private final Epoch epoch;
  private final double[] parameters;

  Place(Epoch epoch, double[] parameters) {
    this.epoch = epoch;
    this.parameters = parameters.clone();
  }

  /** The epoch, as the log tells of it. */
  public Epoch epoch() {
    return epoch;
  }

  /** The flat vector, live. */
  double[] parameters() {
    return parameters;
  }
}
