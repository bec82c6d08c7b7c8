package gdtrain.backend;

/** Finds out in at most a second whether a card is faster than the processor. */
@FunctionalInterface
public interface CardTrial {
  /** No trial: the processor stays. */
  CardTrial NONE = (card, rows, columns) -> new Outcome(false, "no trial says that it is faster");

  /**
   * What came of it.
   *
   * @param faster whether the card is
   * @param reason half a sentence with the figures
   */
  record Outcome(boolean faster, String reason) {}

  /** Tries a card for a table of that size; ND4J has not been started. */
  Outcome run(Card card, long rows, int columns);
}
