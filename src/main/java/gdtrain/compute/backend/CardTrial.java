package gdtrain.compute.backend;

import gdtrain.compute.Backend;
import gdtrain.compute.Backend.Kind;
import java.util.Locale;

/** Finds out in at most a second whether a card is faster than the processor. */
@FunctionalInterface
public interface CardTrial {
  /**
   * Starts ND4J on the card and times passes there and on the processor, which is taken to be as
   * many times as fast as it has threads.
   */
  static CardTrial timed(int threads) {
    return (card, rows, columns) -> {
      Backend.startCuda();
      double here = Backend.secondsOfAPass(Kind.CPU, rows, columns) / threads;
      double there = Backend.secondsOfAPass(Kind.CUDA, rows, columns);
      return Outcome.of(here, there);
    };
  }

  /**
   * What came of it.
   *
   * @param faster whether the card is
   * @param reason half a sentence with the figures
   */
  record Outcome(boolean faster, String reason) {
    /** By the seconds of a pass on the processor and on the card. */
    static Outcome of(double here, double there) {
      String reason =
          String.format(
              Locale.ROOT,
              "a pass takes %.3g ms on the card, %.3g on the processor",
              there * 1e3,
              here * 1e3);
      return new Outcome(there < here, reason);
    }
  }

  /** Tries a card for a table of that size; ND4J has not been started. */
  Outcome run(Card card, long rows, int columns);
}
