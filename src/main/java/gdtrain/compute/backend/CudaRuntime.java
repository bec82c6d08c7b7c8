package gdtrain.compute.backend;

/**
 * What is asked of CUDA. Every method may throw a {@link LinkageError}: nothing of it need be
 * there.
 */
interface CudaRuntime {
  /** The status of a call that went well. */
  int SUCCESS = 0;

  /** The status where the driver is older than the runtime needs. */
  int INSUFFICIENT_DRIVER = 35;

  /** The status where there is no card. */
  int NO_DEVICE = 100;

  /**
   * Counts the cards.
   *
   * @param count receives their number in its first element
   * @return the status
   */
  int countDevices(int[] count);

  /** What CUDA says of a status. */
  String message(int status);

  /** The first card, which is the one that is used. */
  Card firstCard();

  /** Loads the libraries that ND4J calls besides the runtime. */
  void loadLibraries();
}
