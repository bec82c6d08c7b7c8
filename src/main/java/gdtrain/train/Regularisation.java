package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.network.Network;
import java.util.Arrays;

/**
 * The penalty on a network's weights.
 *
 * @param l1 factor of the sum of absolute weights, at least 0
 * @param l2 factor of half the sum of squared weights, at least 0
 * @param network the network
 * @param intercept whether its last input is the constant 1, whose weights are free
 */
public record Regularisation(double l1, double l2, Network network, boolean intercept) {
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
      throw new IllegalArgumentException("--l1 and --l2 must be numbers of 0 or more");
    }
  }

  /** Whether there is a penalty at all. */
  public boolean active() {
    return l1 > 0 || l2 > 0;
  }

  Penalty penalty() {
    double[] penalised = new double[network.parameters()];
    Arrays.fill(penalised, 1);
    if (intercept) {
      for (int output = 0; output < network.outputs(); output++) {
        penalised[network.index(network.inputs() - 1, output)] = 0;
      }
    }
    return new Penalty(l1, l2, Vectors.column(penalised));
  }
}
