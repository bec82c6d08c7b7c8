package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;

/**
 * Which products of the inputs become inputs too.
 *
 * @param degree every numeric column enters with its powers up to this one
 * @param interactions whether the product of every two features of different columns enters
 */
public record Expansion(int degree, boolean interactions) {
  /** No products. */
  public static final Expansion NONE = new Expansion(1, false);

  /** Beyond it, powers differ by more digits than a number has. */
  private static final int MOST_DEGREE = 20;

  /** Checks the degree. */
  public Expansion {
    if (degree < 1 || degree > MOST_DEGREE) {
      throw new InvalidSetting(
          "⟦degree⟧ must be from 1 to %d, not %d".formatted(MOST_DEGREE, degree));
    }
  }

  /** Whether there are no products. */
  public boolean isNone() {
    return degree == 1 && !interactions;
  }
}
