package gdtrain.compute;

/**
 * Where matrices lie and their products are made: the {@link Processor}, or a card with memory of
 * its own. All else is Java's and happens on the processor. One is chosen before the first matrix
 * is made, by {@link Backend}.
 */
interface Device {
  /**
   * New memory; what is in it is whatever was there.
   *
   * @param narrow whether it holds floats instead of doubles
   */
  Memory reserve(int length, boolean narrow);

  /**
   * Prepares {@code c = alpha a b + beta c}; with beta 0 it does not matter what c holds before.
   *
   * @param a shape (n, m)
   * @param b shape (m, k)
   * @param c shape (n, k)
   */
  Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c);

  /** Prepares {@code to = from}, floats as doubles, both whole and in the same order. */
  Kernel copy(Matrix from, Matrix to);
}
