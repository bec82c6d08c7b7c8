package gdtrain.loss;

/** A loss bound to the arrays of one block of rows. */
@FunctionalInterface
public interface BlockLoss {
  /**
   * Returns the sum over the rows of weight times loss, and overwrites the raw outputs with the
   * slope of that sum, {@code weight * dloss/draw}.
   */
  double sumAndSlope();
}
