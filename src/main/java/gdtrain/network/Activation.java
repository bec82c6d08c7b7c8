package gdtrain.network;

import gdtrain.compute.Kernel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a hidden layer applies to each of its weighted sums; it has no state. */
public interface Activation {
  /** The name with its settings, as {@code --activation} takes it. */
  String name();

  /**
   * Prepares {@code output = f(sum)}, element by element.
   *
   * @param sum the weighted sums, shape (rows, units)
   * @param output another array of that shape
   */
  Kernel forward(INDArray sum, INDArray output);

  /**
   * Prepares {@code slope = slope * f'(sum)}, element by element: the chain rule through the layer.
   *
   * @param sum what forward had
   * @param output what forward gave
   * @param slope dloss/doutput on entry, dloss/dsum on return
   */
  Kernel backward(INDArray sum, INDArray output, INDArray slope);

  /** How weights behind this activation start when nothing is said. */
  default Initializer initializer() {
    return Initializer.UNIFORM;
  }
}
