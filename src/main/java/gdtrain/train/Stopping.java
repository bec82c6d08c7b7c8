package gdtrain.train;

import java.util.Optional;

/** Decides after every epoch whether a run is over, and why. */
final class Stopping {
  /** An objective this many times its start or the baseline, whichever is higher, has diverged. */
  private static final double DIVERGED = 1e6;

  /** A loss this share of the baseline is 0 for all that double precision can tell. */
  private static final double ZERO = 1e-14;

  private final Limits limits;
  private final double baseline;
  private final double ceiling;
  private final long began = System.nanoTime();

  /**
   * @param baseline the loss of the best constant prediction
   * @param ceiling the objective above which a run has diverged
   */
  Stopping(Limits limits, double baseline, double ceiling) {
    this.limits = limits;
    this.baseline = baseline;
    this.ceiling = ceiling;
  }

  /** For a run that starts at this objective. */
  static Stopping after(double start, Limits limits, double baseline) {
    return new Stopping(limits, baseline, DIVERGED * Math.max(start, baseline));
  }

  double ceiling() {
    return ceiling;
  }

  /**
   * Why the run is over after its last epoch, if it is.
   *
   * @param distance of what is kept to the minimum, which the tolerance is for
   */
  Optional<Ending> ending(Epoch last, Epoch kept, double distance) {
    boolean finite = Double.isFinite(last.gradientNorm()) && Double.isFinite(last.objective());
    if (!finite || last.objective() > ceiling) {
      return Optional.of(Ending.DIVERGED);
    }
    if (last.loss() <= ZERO * baseline) {
      return Optional.of(Ending.ZERO_LOSS);
    }
    if (limits.tolerance() > 0 && distance <= limits.tolerance()) {
      return Optional.of(Ending.CONVERGED);
    }
    if (limits.patience().isPresent()
        && last.number() - kept.number() >= limits.patience().getAsInt()) {
      return Optional.of(Ending.PATIENCE);
    }
    if (last.number() >= limits.epochs()) {
      return Optional.of(Ending.EPOCHS);
    }
    double seconds = (System.nanoTime() - began) * 1e-9;
    if (limits.seconds().isPresent() && seconds >= limits.seconds().getAsDouble()) {
      return Optional.of(Ending.TIME);
    }
    return Optional.empty();
  }
}
