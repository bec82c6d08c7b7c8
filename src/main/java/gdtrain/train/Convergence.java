package gdtrain.train;

import gdtrain.optimizer.Trial;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * Estimates how far the minimum is: the norm of the slope over the smallest curvature met in the
 * last twenty steps, as a share of the norm of the weights.
 *
 * <p>A flat slope alone does not tell: along a shallow valley a small slope still leads far.
 */
final class Convergence {
  private static final int WINDOW = 20;
  private final Deque<Double> lengths = new ArrayDeque<>();

  /** Notes the curvature along an accepted step. */
  void learn(Trial step) {
    double length = step.longLength();
    if (length > 0 && length < Double.POSITIVE_INFINITY) {
      lengths.add(length);
      if (lengths.size() > WINDOW) {
        lengths.remove();
      }
    }
  }

  /** The estimated distance to the minimum over the norm of the weights; infinite if not known. */
  double distance(double slopeNorm, double weightNorm) {
    if (slopeNorm == 0) {
      return 0;
    }
    boolean known = !lengths.isEmpty() && weightNorm > 0;
    return known ? Collections.max(lengths) * slopeNorm / weightNorm : Double.POSITIVE_INFINITY;
  }
}
