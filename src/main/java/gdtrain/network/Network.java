package gdtrain.network;

import gdtrain.compute.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A network's shape, not its parameters' values. Layer l takes a = the inputs, or the outputs of
 * the layer before, and gives
 *
 * <pre>
 *   sum = a W[l]          shapes (rows, in) (in, out)
 *   next a = f(sum)       for hidden layers; the last layer's sum is the raw output
 * </pre>
 *
 * <p>With intercepts, the last number of every layer's a is the constant 1, so that the last row of
 * W[l] holds the intercepts. The flat vector holds W[0], then W[1], ..., each column by column: all
 * weights of the first output, then of the second. Without hidden layers it is a linear model.
 *
 * @param inputs numbers that enter for a row, the constant 1 among them
 * @param hidden the hidden layers, first to last
 * @param outputs raw numbers that leave
 * @param intercepts whether there is a constant
 */
public record Network(int inputs, List<Layer> hidden, int outputs, boolean intercepts) {
  /** Copies the layers. */
  public Network {
    hidden = List.copyOf(hidden);
  }

  /** How many weight matrices there are: the hidden layers and the last one. */
  public int layers() {
    return hidden.size() + 1;
  }

  /** How many numbers enter layer {@code layer}, counted from 0, the constant 1 among them. */
  public int in(int layer) {
    return layer == 0 ? inputs : hidden.get(layer - 1).units() + (intercepts ? 1 : 0);
  }

  /** How many numbers leave layer {@code layer}. */
  public int out(int layer) {
    return layer == hidden.size() ? outputs : hidden.get(layer).units();
  }

  /** The place in the flat vector of the first weight of layer {@code layer}. */
  public int offset(int layer) {
    int offset = 0;
    for (int i = 0; i < layer; i++) {
      offset += in(i) * out(i);
    }
    return offset;
  }

  /** How many parameters there are, also where that is too many for a vector. */
  public long size() {
    long size = 0;
    for (int layer = 0; layer < layers(); layer++) {
      size += (long) in(layer) * out(layer);
    }
    return size;
  }

  /** The length of the flat vector. */
  public int parameters() {
    return offset(layers());
  }

  /** The place in the flat vector of the weight of a layer's input for its output. */
  public int index(int layer, int input, int output) {
    return offset(layer) + output * in(layer) + input;
  }

  /** Whether an input of a layer is the constant 1, whose weights are the intercepts. */
  public boolean isConstant(int layer, int input) {
    return intercepts && input == in(layer) - 1;
  }

  /** Whether some unit is left out in training. */
  public boolean drops() {
    return hidden.stream().anyMatch(layer -> layer.dropout() > 0);
  }

  /**
   * Where descent starts.
   *
   * @param initializer for all layers; empty for what suits each: 0 without hidden layers, else
   *     what its activation asks for
   */
  public double[] start(Optional<Initializer> initializer, RandomGenerator random) {
    double[] start = new double[parameters()];
    for (int layer = 0; layer < layers(); layer++) {
      Initializer draws = initializer.orElse(usual(layer));
      int weights = in(layer) - (intercepts ? 1 : 0);
      for (int output = 0; output < out(layer); output++) {
        for (int input = 0; input < weights; input++) {
          start[index(layer, input, output)] = draws.draw(weights, out(layer), random);
        }
      }
    }
    return start;
  }

  private Initializer usual(int layer) {
    if (hidden.isEmpty()) {
      return Initializer.ZEROS;
    }
    return layer < hidden.size()
        ? hidden.get(layer).activation().initializer()
        : Initializer.UNIFORM;
  }

  /**
   * Prepares the way forward and back over one block of rows.
   *
   * @param x the inputs, shape (rows, inputs)
   * @param parameters the flat vector, shape (parameters, 1)
   */
  public ForwardBackward pass(Matrix x, Matrix parameters) {
    return new ForwardBackward(new LayerBuffers(this, x.rows(), parameters), x);
  }
}
