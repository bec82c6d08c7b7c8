package gdtrain.dataset;

/**
 * Reads blocks of a dataset, for one thread at a time. Closed, it may be used again by the next who
 * opens one, so that arrays, and what is prepared for them, are few.
 */
public interface BlockReader extends AutoCloseable {
  /** A block; its arrays may be written over by the next call. */
  Block read(int index);

  /** The same of which the inputs are not to be looked at. */
  Block readWithoutInputs(int index);

  /** The rows of a block as plain numbers, likewise. */
  PlainRows readPlain(int index);

  /** The same of which the inputs are not to be looked at. */
  PlainRows readTargets(int index);

  @Override
  void close();
}
