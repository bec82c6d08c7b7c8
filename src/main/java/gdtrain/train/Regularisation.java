package gdtrain.train;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Vectors;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The penalty on a network's weights; intercepts are free.
 *
 * @param l1 factor of the sum of absolute weights, at least 0
 * @param l2 factor of half the sum of squared weights, at least 0; a layer may have its own instead
 * @param network the network
 */
public record Regularisation(double l1, double l2, Network network) {
  /** Checks the factors. */
  public Regularisation {
    check(l1, l2);
  }

  /**
   * Refuses factors that no network can have.
   *
   * @throws IllegalArgumentException if one is negative, infinite or no number
   */
  public static void check(double l1, double l2) {
    if (!(l1 >= 0) || Double.isInfinite(l1) || !(l2 >= 0) || Double.isInfinite(l2)) {
      throw new InvalidSetting("⟦l1⟧ and ⟦l2⟧ must be numbers of 0 or more");
    }
  }

  /**
   * This penalty of a linear model for targets that are divided by a unit: as its weights w are
   * too, {@code l1 |w| = unit l1 |w / unit|}, and l2 likewise, all over what the loss is divided
   * by.
   *
   * @param straight whether the loss is divided by the unit, and not by its square
   */
  public Regularisation forTargetsIn(double unit, boolean straight) {
    double first = straight ? l1 : l1 / unit;
    double second = straight ? l2 * unit : l2;
    return new Regularisation(
        Math.min(first, Double.MAX_VALUE), Math.min(second, Double.MAX_VALUE), network);
  }

  /**
   * The norm of the part of a gradient that belongs to each layer, first to last.
   *
   * @param gradient flat
   */
  public List<Double> layerNorms(double[] gradient) {
    return IntStream.range(0, network.layers())
        .mapToObj(
            layer ->
                Vectors.norm(
                    Arrays.copyOfRange(gradient, network.offset(layer), network.offset(layer + 1))))
        .toList();
  }

  /** Whether there is a penalty at all. */
  public boolean active() {
    return l1 > 0
        || l2 > 0
        || network.hidden().stream().anyMatch(layer -> layer.l2().orElse(0) > 0);
  }

  /**
   * What the penalty of each parameter changes by a step beyond its slope: {@code l2/2 s^2}, and
   * what the kink of l1 at 0 adds to a step that comes from there or crosses it.
   *
   * @param here the parameters
   * @param slopes of the penalty there
   * @param step to the next parameters
   */
  public double[] bends(double[] here, double[] slopes, double[] step) {
    return penalty().bends(here, slopes, step);
  }

  Penalty penalty() {
    return new Penalty(l1, l2Factors(), weights(layer -> 1));
  }

  /** The factor of half of each parameter's square; 0 for intercepts. */
  public double[] l2Factors() {
    List<Layer> hidden = network.hidden();
    return weights(layer -> layer < hidden.size() ? hidden.get(layer).l2().orElse(l2) : l2);
  }

  /** A number for every weight by its layer, 0 for every intercept. */
  private double[] weights(IntToDoubleFunction ofLayer) {
    double[] numbers = new double[network.parameters()];
    for (int layer = 0; layer < network.layers(); layer++) {
      for (int output = 0; output < network.out(layer); output++) {
        for (int input = 0; input < network.in(layer); input++) {
          if (!network.isConstant(layer, input)) {
            numbers[network.index(layer, input, output)] = ofLayer.applyAsDouble(layer);
          }
        }
      }
    }
    return numbers;
  }
}
