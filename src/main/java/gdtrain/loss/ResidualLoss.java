package gdtrain.loss;

/** A loss of raw - target, which is any number; the prediction is the raw output itself. */
interface ResidualLoss extends Loss {
  @Override
  default Targets targets() {
    return Targets.NUMBERS;
  }

  @Override
  default void link(double[] raw, int outputs) {
    // identity
  }

  @Override
  default String rawOutput() {
    return "the number";
  }

  /** dloss/draw of one row, which rises with the residual. */
  double slope(double residual);

  @Override
  default double[] bestConstant(Observations observations) {
    return new double[] {Constants.location(observations, this::slope)};
  }
}
