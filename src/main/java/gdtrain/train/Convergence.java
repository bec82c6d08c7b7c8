package gdtrain.train;

import gdtrain.optimizer.StepCurvature;
import gdtrain.optimizer.Window;
import java.util.List;

/**
 * Estimates how far the minimum is: the norm of the slope over the smallest curvature met in the
 * last twenty steps, as a share of the norm of the weights.
 *
 * <p>A flat slope alone does not tell: along a shallow valley a small slope still leads far.
 */
final class Convergence {
  private final Window lengths = new Window(20);

  /** Notes the curvature along an epoch's way. */
  void learn(StepCurvature step) {
    double length = step.longLength();
    if (length > 0 && length < Double.POSITIVE_INFINITY) {
      lengths.add(length);
    }
  }

  /** The estimated distance to the minimum over the norm of the weights; infinite if not known. */
  double distance(double slopeNorm, double weightNorm) {
    if (slopeNorm == 0) {
      return 0;
    }
    boolean known = !lengths.isEmpty() && weightNorm > 0;
    return known ? lengths.max() * slopeNorm / weightNorm : Double.POSITIVE_INFINITY;
  }

  /** The arrays of its state, not copies. */
  List<double[]> memory() {
    return lengths.memory();
  }
}
