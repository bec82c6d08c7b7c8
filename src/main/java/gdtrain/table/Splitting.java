package gdtrain.table;

/**
 * How the work of reading a file is shared out; the table is the same.
 *
 * @param threads that read; at least 1
 * @param chunkBytes the size of what a thread reads at a time, about
 */
record Splitting(int threads, int chunkBytes) {
  /** Small enough that bytes and numbers of a chunk stay in the cache of a core. */
  private static final int CHUNK_BYTES = 1 << 18;

  static Splitting of(int threads) {
    return new Splitting(threads, CHUNK_BYTES);
  }
}
