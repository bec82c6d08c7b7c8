package gdtrain.network;

/** What a hidden layer applies to each of its weighted sums; it has no state. */
public interface Activation {
  /** The name with its settings, as {@code --activation} takes it. */
  String name();

  /**
   * {@code f = f(z)}, element by element.
   *
   * @param z weighted sums
   * @param f receives the outputs
   * @param count how many, from the first
   */
  void forward(double[] z, double[] f, int count);

  /**
   * {@code slope = slope * f'(z)}, element by element: the chain rule through the layer.
   *
   * @param z what forward was given
   * @param f what forward gave
   * @param slope dloss/doutput on entry, dloss/dsum on return
   * @param count how many, from the first
   */
  void backward(double[] z, double[] f, double[] slope, int count);

  /** Whether its slope jumps at 0, so that differences of gradients need not tell how it bends. */
  default boolean jumps() {
    return false;
  }

  /** How weights behind this activation start when nothing is said. */
  default Initializer initializer() {
    return Initializer.UNIFORM;
  }
}
