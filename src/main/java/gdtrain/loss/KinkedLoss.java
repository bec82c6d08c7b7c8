package gdtrain.loss;

import gdtrain.compute.Vectors;

/**
 * A loss that is straight on either side of one kink, where its slope jumps. With r = raw - kink:
 *
 * <pre>
 *   loss = max(low r, high r)                       low &lt;= 0 &lt;= high
 *   dloss/draw = low where r &lt; 0, high where r &gt; 0, 0 where r is 0
 * </pre>
 *
 * <p>The raw output has one number.
 */
public interface KinkedLoss extends Loss {
  /** Where a row's kink is. */
  double kink(double target);

  /** The slope below a row's kink; a kink that was moved by {@code width slope} has the same. */
  double low(double kink);

  /** The slope above a row's kink. */
  double high(double kink);

  @Override
  default double sumAndSlope(double[] raw, double[] targets, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double kink = kink(targets[i]);
      double r = raw[i] - kink;
      double slope = r > 0 ? high(kink) : r < 0 ? low(kink) : 0 * r; // NaN stays NaN
      losses[i] = slope * r;
      raw[i] = slope * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  @Override
  default boolean jumps() {
    return true;
  }

  /**
   * This loss with a slope that rises in a straight line, for kinks in the place of targets.
   *
   * @param width above 0; the slope rises by 1 over it
   */
  default Loss smoothed(double width) {
    return new SmoothedLoss(this, width);
  }
}
