package gdtrain.train;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is added to the loss for large weights: {@code l2/2 sum w^2 + l1 sum |w|} over the weights
 * on scaled inputs; intercepts are free.
 */
final class Penalty {
  private final double l1;
  private final double l2;
  private final INDArray penalised;
  private final INDArray weights;
  private final Kernel mask;

  /**
   * @param l1 factor of the absolute values, at least 0
   * @param l2 factor of half the squares, at least 0
   * @param penalised 1 for every penalised parameter, 0 for the free ones, shape (parameters, 1)
   */
  Penalty(double l1, double l2, INDArray penalised) {
    this.l1 = l1;
    this.l2 = l2;
    this.penalised = penalised;
    this.weights = Vectors.zeros(penalised.length());
    this.mask = Kernel.times(weights, penalised, weights);
  }

  /** The parameters with the free ones at 0, in a buffer that the next call reuses. */
  private INDArray weights(INDArray parameters) {
    Vectors.copy(parameters, weights);
    mask.run();
    return weights;
  }

  /** The norm of the penalised parameters alone, or of the free ones where those are all 0. */
  double weightNorm(INDArray parameters) {
    double norm = Vectors.norm(weights(parameters));
    return norm > 0 ? norm : Vectors.norm(parameters);
  }

  /** The penalty at a point. */
  double value(INDArray parameters) {
    double value = 0;
    if (l2 != 0) {
      INDArray w = weights(parameters);
      value += l2 / 2 * Vectors.dot(w, w);
    }
    if (l1 != 0) {
      value += l1 * Vectors.absoluteSum(weights(parameters));
    }
    return value;
  }

  /** Adds the slope of the smooth part, {@code l2 w}. */
  void addGradient(INDArray parameters, INDArray gradient) {
    if (l2 != 0) {
      Vectors.add(l2, weights(parameters), gradient);
    }
  }

  /**
   * The proximal step of the l1 part after a step of the given length: every penalised parameter
   * moves towards 0 by {@code length * l1} and stops there.
   */
  void shrink(INDArray parameters, double length) {
    if (l1 == 0) {
      return;
    }
    for (long i = 0; i < parameters.length(); i++) {
      double value = parameters.getDouble(i);
      double left = Math.abs(value) - length * l1 * penalised.getDouble(i);
      parameters.putScalar(i, left > 0 ? Math.copySign(left, value) : 0);
    }
  }

  /**
   * The norm of the objective's slope. Where the l1 part has a kink, at 0, it is the part of the
   * slope that the kink does not hold back.
   *
   * @param gradient of the smooth part
   */
  double slopeNorm(INDArray parameters, INDArray gradient) {
    if (l1 == 0) {
      return Vectors.norm(gradient);
    }
    double squares = 0;
    for (long i = 0; i < parameters.length(); i++) {
      double threshold = l1 * penalised.getDouble(i);
      double value = parameters.getDouble(i);
      double slope = gradient.getDouble(i);
      slope =
          value == 0
              ? Math.max(Math.abs(slope) - threshold, 0)
              : slope + Math.copySign(threshold, value);
      squares += slope * slope;
    }
    return Math.sqrt(squares);
  }
}
