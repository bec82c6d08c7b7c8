package gdtrain.loss;

/**
 * Hinge loss of two classes, with sign = -1 for target 0 and +1 for target 1:
 *
 * <pre>
 *   loss = max(0, 1 - sign raw)
 *   dloss/draw = -sign where sign raw is below 1, else 0
 * </pre>
 *
 * <p>The prediction is the raw output itself: its sign tells the class, there are no probabilities.
 * With an l2 penalty it is the linear support vector machine (Cortes and Vapnik 1995).
 */
record Hinge() implements MarginLoss, KinkedLoss {
  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public Formula formula() {
    return new Formula("max(0, 1 - s raw)", "-s where s raw < 1, else 0");
  }

  @Override
  public double kink(double target) {
    return 2 * target - 1;
  }

  @Override
  public double low(double kink) {
    return kink > 0 ? -1 : 0;
  }

  @Override
  public double high(double kink) {
    return kink > 0 ? 0 : 1;
  }

  /** The sign of the heavier class; between -1 and 1 the loss is a straight line. */
  @Override
  public double[] bestConstant(Observations observations) {
    return new double[] {Math.signum(MarginLoss.meanSign(observations))};
  }
}
