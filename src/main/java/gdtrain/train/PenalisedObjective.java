package gdtrain.train;

/**
 * A loss plus a penalty.
 *
 * @param loss the smooth part that rows make
 * @param penalty the part that weights make; where it has a kink, the slope is the one with the
 *     smallest norm
 */
record PenalisedObjective(Objective loss, Penalty penalty) implements Objective {
  @Override
  public int parameters() {
    return loss.parameters();
  }

  @Override
  public double lossAndGradient(double[] parameters, double[] gradient) {
    double height = loss.lossAndGradient(parameters, gradient);
    penalty.addGradient(parameters, gradient);
    penalty.addKinks(parameters, gradient);
    return height + penalty.value(parameters);
  }

  @Override
  public double loss(double[] parameters) {
    return loss.loss(parameters) + penalty.value(parameters);
  }
}
