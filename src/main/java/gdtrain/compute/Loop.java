package gdtrain.compute;

/**
 * What a {@link Kernel} does to the numbers at each place of some matrices, in Java: at once and in
 * the nearest cache what would take several ops, each with its own way through memory and a cost of
 * microseconds before it starts.
 */
@FunctionalInterface
public interface Loop {
  /** So many numbers of three arrays fit into the first-level cache of today's cores. */
  int PIECE = 1024;

  /**
   * Takes a piece of every matrix and changes that of the last; the others are copies, in which it
   * may keep what comes in between.
   *
   * @param pieces in the order in which the matrices were given
   * @param count how many numbers of each are to be looked at, from the first
   */
  void run(double[][] pieces, int count);

  /**
   * Prepares a loop.
   *
   * @param matrices of one shape and order, without gaps, whose numbers Java sees; the last is
   *     written, and may be one of the others
   */
  static Kernel over(Loop loop, Matrix... matrices) {
    Matrix last = matrices[matrices.length - 1];
    for (Matrix matrix : matrices) {
      Kernel.require(matrix.isLike(last), matrices);
    }
    double[][] pieces = new double[matrices.length][Math.min(PIECE, last.length())];
    return new Kernel(() -> run(loop, matrices, pieces, last.length()));
  }

  private static void run(Loop loop, Matrix[] matrices, double[][] pieces, int length) {
    for (int from = 0; from < length; from += PIECE) {
      int count = Math.min(PIECE, length - from);
      for (int i = 0; i < pieces.length; i++) {
        matrices[i].read(from, pieces[i], count);
      }
      loop.run(pieces, count);
      matrices[pieces.length - 1].write(from, pieces[pieces.length - 1], count);
    }
  }
}
