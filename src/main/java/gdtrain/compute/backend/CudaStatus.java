package gdtrain.compute.backend;

/** Whether CUDA can be used. */
public sealed interface CudaStatus {
  /** There is a card that ND4J can run on. */
  record Usable(Card card) implements CudaStatus {}

  /**
   * There is none.
   *
   * @param reason half a sentence
   * @param remedy half a sentence with what to do about it
   */
  record Unusable(String reason, String remedy) implements CudaStatus {}
}
