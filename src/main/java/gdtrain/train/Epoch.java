package gdtrain.train;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of the loss log: where descent stands after a step.
 *
 * @param number 0 before the first step
 * @param loss mean loss of the training rows, without penalty
 * @param objective loss plus penalty, which is what descends
 * @param validationLoss mean loss of the validation rows, if there are any
 * @param gradientNorm Euclidean norm of the objective's gradient, on scaled inputs
 * @param learningRate learning rate of the step that led here; empty for number 0
 * @param layerNorms norm of the part of that gradient that belongs to each layer, whose squares sum
 *     to its square; empty unless the {@link Watcher} asks
 */
public record Epoch(
    int number,
    double loss,
    double objective,
    OptionalDouble validationLoss,
    double gradientNorm,
    OptionalDouble learningRate,
    List<Double> layerNorms) {
  /** Copies the norms. */
  public Epoch {
    layerNorms = List.copyOf(layerNorms);
  }

  /** An epoch whose layers nobody asks for. */
  public Epoch(
      int number,
      double loss,
      double objective,
      OptionalDouble validationLoss,
      double gradientNorm,
      OptionalDouble learningRate) {
    this(number, loss, objective, validationLoss, gradientNorm, learningRate, List.of());
  }

  /** This epoch with the norms of its layers. */
  public Epoch withLayerNorms(List<Double> norms) {
    return new Epoch(number, loss, objective, validationLoss, gradientNorm, learningRate, norms);
  }

  /**
   * A number that stands for all epochs up to this one but for their layers, each to the last bit:
   * two runs with the same number have, but for one chance in some 10^19, the same log.
   *
   * @param before that of the epochs before, 0 where there are none
   */
  public long trace(long before) {
    long trace = mixed(before ^ number);
    for (double value :
        new double[] {
          loss, objective, validationLoss.orElse(0), gradientNorm, learningRate.orElse(0)
        }) {
      trace = mixed(trace ^ Double.doubleToLongBits(value));
    }
    return trace;
  }

  /** The output function of SplitMix64 (Steele, Lea and Flood 2014): every bit moves all others. */
  private static long mixed(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** This epoch with all losses and slopes in another unit. */
  public Epoch times(double factor) {
    return new Epoch(
        number,
        factor * loss,
        factor * objective,
        validationLoss.isEmpty()
            ? validationLoss
            : OptionalDouble.of(factor * validationLoss.getAsDouble()),
        factor * gradientNorm,
        learningRate,
        layerNorms.stream().map(norm -> factor * norm).toList());
  }
}
