package gdtrain.compute;

/** Quantiles of numbers, as NumPy has them by default (type 7 of Hyndman and Fan 1996). */
public final class Quantile {
  private Quantile() {}

  /**
   * The number below which a share of the others lies: it is at place {@code (n - 1) share},
   * between two on the line through them.
   *
   * @param sorted ascending, at least one
   * @param share from 0 to 1
   */
  public static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
  }
}
