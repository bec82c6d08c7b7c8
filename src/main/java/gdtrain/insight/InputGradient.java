package gdtrain.insight;

import gdtrain.network.Activation;
import gdtrain.network.Network;
import java.util.Arrays;

/**
 * How the raw outputs of a network change with the inputs of a row: backpropagation beyond the
 * weights of the first layer. Of a linear model they are its weights, wherever the row is.
 */
public final class InputGradient {
  private final Network network;
  private final double[] parameters;

  /**
   * That of a network.
   *
   * @param parameters the flat vector
   */
  public InputGradient(Network network, double[] parameters) {
    this.network = network;
    this.parameters = parameters.clone();
  }

  /**
   * Output by output draw / dinput.
   *
   * @param inputs of a row, the constant 1 among them
   */
  public double[][] at(double[] inputs) {
    double[][] derivatives = derivatives(inputs);
    double[][] slopes = new double[network.outputs()][];
    for (int output = 0; output < slopes.length; output++) {
      double[] behind = new double[network.outputs()];
      behind[output] = 1;
      for (int layer = network.layers() - 1; layer >= 0; layer--) {
        behind = before(layer, behind);
        for (int unit = 0; layer > 0 && unit < derivatives[layer - 1].length; unit++) {
          behind[unit] *= derivatives[layer - 1][unit];
        }
      }
      slopes[output] = behind;
    }
    return slopes;
  }

  /** The slopes of the inputs of a layer, by those of its sums. */
  private double[] before(int layer, double[] behind) {
    double[] slopes = new double[network.in(layer)];
    for (int unit = 0; unit < network.out(layer); unit++) {
      for (int input = 0; input < slopes.length; input++) {
        slopes[input] += behind[unit] * parameters[network.index(layer, input, unit)];
      }
    }
    return slopes;
  }

  /** Of each hidden layer the slopes of its activations at the sums of the row. */
  private double[][] derivatives(double[] inputs) {
    double[][] derivatives = new double[network.layers() - 1][];
    double[] entering = inputs;
    for (int layer = 0; layer < derivatives.length; layer++) {
      double[] sums = new double[network.out(layer)];
      for (int unit = 0; unit < sums.length; unit++) {
        for (int input = 0; input < network.in(layer); input++) {
          sums[unit] += parameters[network.index(layer, input, unit)] * entering[input];
        }
      }
      Activation activation = network.hidden().get(layer).activation();
      double[] values = new double[sums.length];
      activation.forward(sums, values, sums.length);
      derivatives[layer] = new double[sums.length];
      Arrays.fill(derivatives[layer], 1);
      activation.backward(sums, values, derivatives[layer], sums.length);
      entering = Arrays.copyOf(values, network.in(layer + 1));
      Arrays.fill(entering, values.length, entering.length, 1);
    }
    return derivatives;
  }
}
