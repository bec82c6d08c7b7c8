package gdtrain.train;

import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A place in the landscape, with its height and slope. */
final class Point {
  final INDArray parameters;
  final INDArray gradient;
  double loss;
  double objective;

  Point(int parameters) {
    this.parameters = Vectors.zeros(parameters);
    this.gradient = Vectors.zeros(parameters);
  }

  /** Measures loss, objective and the gradient of its smooth part here. */
  void measure(Objective landscape, Penalty penalty) {
    loss = landscape.lossAndGradient(parameters, gradient);
    objective = loss + penalty.value(parameters);
    penalty.addGradient(parameters, gradient);
  }

  /** Goes to where a step from {@code start} leads: {@code parameters - length * gradient}. */
  void stepFrom(Point start, double length, Penalty penalty) {
    Vectors.copy(start.parameters, parameters);
    Vectors.add(-length, start.gradient, parameters);
    penalty.shrink(parameters, length);
  }
}
