package gdtrain.loss;

import gdtrain.compute.Vectors;

/**
 * The smooth form of a loss with a kink, whose targets are kinks. With r = raw - kink:
 *
 * <pre>
 *   y = max(low, min(r / width, high))
 *   loss = y r - width / 2 y^2          the largest of such numbers over all y from low to high
 *   dloss/draw = y
 * </pre>
 *
 * <p>For the absolute error it is {@link Huber}'s loss over the width. It lies below the loss with
 * the kink, by at most {@code width / 2} times the squared slope. Nesterov 2005, "Smooth
 * minimization of non-smooth functions", Mathematical Programming 103.
 *
 * @param loss with the kink
 * @param width above 0
 */
record SmoothedLoss(KinkedLoss loss, double width) implements Loss {
  @Override
  public double sumAndSlope(double[] raw, double[] kinks, double[] weights, double[][] room) {
    double[] losses = room[0];
    for (int i = 0; i < raw.length; i++) {
      double r = raw[i] - kinks[i];
      double y = Math.max(loss.low(kinks[i]), Math.min(r / width, loss.high(kinks[i])));
      losses[i] = y * (r - width / 2 * y);
      raw[i] = y * weights[i];
    }
    return Vectors.weightedSum(weights, losses);
  }

  @Override
  public String name() {
    return loss.name();
  }

  @Override
  public Formula formula() {
    return loss.formula();
  }

  @Override
  public Targets targets() {
    return loss.targets();
  }

  @Override
  public String rawOutput() {
    return loss.rawOutput();
  }

  @Override
  public void link(double[] raw, int outputs) {
    loss.link(raw, outputs);
  }

  @Override
  public double[] bestConstant(Observations observations) {
    return loss.bestConstant(observations);
  }
}
