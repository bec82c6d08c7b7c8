package gdtrain.loss;

/**
 * A loss for targets that were divided by a scale: {@code loss before(scale raw, scale target) =
 * factor loss(raw, target)}.
 *
 * @param loss the one to use on divided targets
 * @param factor turns its value back into the targets' own units; 1 where that is not exact
 * @param exact whether values in the targets' own units are numbers that a double can hold
 */
public record Scaled(Loss loss, double factor, boolean exact) {
  /** Factors between one over this and this leave room for a loss on either side. */
  private static final double MOST = 0x1p960;

  /** A loss whose values are told in the targets' own units, where a double can hold them. */
  public Scaled(Loss loss, double factor) {
    this(loss, told(factor) ? factor : 1, told(factor));
  }

  private static boolean told(double factor) {
    return factor >= 1 / MOST && factor <= MOST;
  }
}
