package gdtrain.diagnosis;

import gdtrain.optimizer.Point;
import gdtrain.train.Epoch;

/**
 * What was steepest when all numbers of a run were still finite.
 *
 * @param epoch its number
 * @param index of the parameter with the largest gradient, in the flat vector
 * @param value of it
 * @param gradient of the objective along it, in the unit in which targets are learned
 */
public record LastFiniteEpoch(int epoch, int index, double value, double gradient) {
  public static LastFiniteEpoch of(Epoch epoch, Point here) {
    double[] gradient = here.gradient();
    int largest = 0;
    for (int i = 1; i < gradient.length; i++) {
      if (Math.abs(gradient[i]) > Math.abs(gradient[largest])) {
        largest = i;
      }
    }
    return new LastFiniteEpoch(
        epoch.number(), largest, here.parameters()[largest], gradient[largest]);
  }
}
