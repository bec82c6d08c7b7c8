package gdtrain.optimizer;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Lengths from the curvature met so far; the direction stays the gradient.
 *
 * <pre>
 *   long  = s's / s'y                       one over the curvature along the last step
 *   short = s'y / y'y                       the same, weighted towards the steep directions
 *   next  = long                            if short / long >= tau
 *           min(short, short before, q)     otherwise
 * </pre>
 *
 * <p>long and short: Barzilai and Borwein 1988, IMA J. Numer. Anal. 8, equations 5 and 6. q, the
 * length that would end a quadratic in two dimensions, and the rule that lets tau follow the
 * choices made: Huang, Dai, Liu and Zhang 2021, SIAM J. Optim. 31(4), "Equipping the
 * Barzilai-Borwein method with the two dimensional quadratic termination property". The objective
 * may rise for a while, but must come below the largest of the last eight by a share of the squared
 * move: Grippo, Lampariello and Lucidi 1986, Raydan 1997, and, with a proximal step, Wright, Nowak
 * and Figueiredo 2009.
 *
 * <p>The first trial is a short probe that is never accepted: it only measures the curvature along
 * the first gradient.
 */
public record AutomaticStep() implements StepRule {
  private static final double PROBE = 1e-3;
  private static final int MEMORY = 8;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  @Override
  public String description() {
    return "automatic, from the curvature met so far";
  }

  @Override
  public Steps start() {
    return new Run();
  }

  private static final class Run implements Steps {
    private final Deque<Double> objectives = new ArrayDeque<>();
    private boolean probing = true;
    private double tau = 0.8;
    private double longBefore = Double.NaN;
    private double shortBefore = Double.NaN;

    @Override
    public double first() {
      return PROBE;
    }

    @Override
    public OptionalDouble retry(Trial trial) {
      if (probing) {
        probing = false;
        objectives.add(trial.before());
        return OptionalDouble.of(usable(trial.longLength()) ? trial.longLength() : PROBE);
      }
      double highest = Collections.max(objectives);
      double decrease = SUFFICIENT_DECREASE / 2 * trial.squaredMove() / trial.length();
      if (trial.after() <= highest - decrease + ROUNDING * Math.abs(highest)) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(shorter(trial));
    }

    /** The minimum of the parabola through both heights and the first slope, kept in bounds. */
    private static double shorter(Trial trial) {
      double slopeTimesMove = trial.squaredMove() / trial.length();
      double length = trial.squaredMove() / (2 * (trial.after() - trial.before() + slopeTimesMove));
      double smallest = Math.max(0.1 * trial.length(), Double.MIN_VALUE);
      return usable(length) ? Math.max(Math.min(length, 0.5 * trial.length()), smallest) : smallest;
    }

    @Override
    public double next(Trial accepted) {
      objectives.add(accepted.after());
      if (objectives.size() > MEMORY) {
        objectives.remove();
      }
      double longLength = accepted.longLength();
      double shortLength = accepted.shortLength();
      if (!usable(longLength) || !usable(shortLength)) {
        // No curvature: the slope goes on, so go further.
        return Math.min(10 * accepted.length(), Double.MAX_VALUE);
      }
      double next = longLength;
      if (usable(longBefore)) {
        boolean prefersShort = shortLength / longLength < tau;
        next = prefersShort ? shortest(longLength, shortLength) : longLength;
        tau *= prefersShort ? 1 / 1.02 : 1.02;
      }
      longBefore = longLength;
      shortBefore = shortLength;
      return next;
    }

    private double shortest(double longLength, double shortLength) {
      double length = Math.min(shortBefore, shortLength);
      double ratio =
          (shortBefore - shortLength) / (shortBefore * shortLength * (longBefore - longLength));
      double half = ratio * longBefore + 1 / shortBefore;
      double q = 2 / (half + Math.sqrt(half * half - 4 * ratio));
      return usable(q) ? Math.min(length, q) : length;
    }

    private static boolean usable(double length) {
      return length > 0 && length < Double.POSITIVE_INFINITY;
    }
  }
}
