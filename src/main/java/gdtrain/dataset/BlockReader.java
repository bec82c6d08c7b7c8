package gdtrain.dataset;

/**
 * Reads blocks of a dataset, for one thread at a time. Closed, it may be used again by the next who
 * opens one, so that arrays, and what is prepared for them, are few.
 */
public interface BlockReader extends AutoCloseable {
  /** A block; its arrays may be written over by the next call. */
  Block read(int index);

  /** The targets and weights of a block, likewise. */
  TargetRows readTargets(int index);

  @Override
  void close();
}
