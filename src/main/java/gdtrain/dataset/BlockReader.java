package gdtrain.dataset;

/**
 * Reads blocks of a dataset, for one thread at a time. A closed reader may be handed out again, so
 * that arrays, and what is prepared for them, are few.
 */
public interface BlockReader extends AutoCloseable {
  /** A block; its arrays may be written over by the next call. */
  Block read(int index);

  /** A block of which only targets and weights are valid, likewise. */
  Block readWithoutInputs(int index);

  /** The rows of a block as plain numbers; their arrays may be written over by the next call. */
  PlainRows readPlain(int index);

  /** The rows of a block as plain numbers, of which only targets and weights are valid. */
  PlainRows readTargets(int index);

  @Override
  void close();
}
