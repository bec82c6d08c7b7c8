package gdtrain.optimizer;

/** A place in the landscape: mutable, because runs use the same few places again and again. */
public final class Point {
  private final double[] parameters;
  private final double[] gradient;
  private double loss;
  private double objective;

  /** A point at 0 that has not been measured. */
  public Point(int parameters) {
    this.parameters = new double[parameters];
    this.gradient = new double[parameters];
  }

  /** The parameters, live. */
  public double[] parameters() {
    return parameters;
  }

  /** The gradient of the objective's smooth part, uphill, live. */
  public double[] gradient() {
    return gradient;
  }

  /** The mean loss, without penalty. */
  public double loss() {
    return loss;
  }

  /** Loss plus penalty, which is what descends. */
  public double objective() {
    return objective;
  }

  /** Sets the loss and the objective that were measured here. */
  public void heights(double newLoss, double newObjective) {
    loss = newLoss;
    objective = newObjective;
  }
}
