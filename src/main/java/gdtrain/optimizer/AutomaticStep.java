package gdtrain.optimizer;

import gdtrain.compute.Vectors;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Lengths from the curvature met so far; the direction stays the gradient.
 *
 * <pre>
 *   long  = s's / s'y                       one over the curvature along the last step
 *   short = s'y / y'y                       one over it, weighted towards the steep directions
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
public record AutomaticStep() implements SearchRule {
  private static final double PROBE = 1e-3;
  private static final int MEMORY = 8;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  /** So many shorter and shorter trials mean that rounding is all that is left. */
  private static final int MOST_TRIALS = 40;

  @Override
  public Search searchOver(int parameters) {
    return new Run();
  }

  @Override
  public boolean proximal() {
    return true;
  }

  private static final class Run implements Search {
    private final Lengths lengths = new Lengths();

    @Override
    public OptionalDouble step(ObjectiveFunction terrain, Point here, Point there) {
      for (int trials = 0; trials < MOST_TRIALS; trials++) {
        double length = lengths.current();
        Vectors.copy(here.parameters(), there.parameters());
        Vectors.add(-length, here.gradient(), there.parameters());
        terrain.shrink(there.parameters(), length);
        terrain.measure(there);
        StepCurvature trial = StepCurvature.between(length, here, there);
        if (lengths.accepts(trial)) {
          return OptionalDouble.of(length);
        }
      }
      return OptionalDouble.empty();
    }

    @Override
    public void restart(double height, double factor) {
      lengths.restart(height, factor);
    }

    @Override
    public List<double[]> memory() {
      return lengths.memory();
    }
  }

  /** The lengths of one run, each from what the trials before it met. */
  static final class Lengths {
    private static final int CURRENT = 0;
    private static final int TAU = 1;
    private static final int LONG_BEFORE = 2;
    private static final int SHORT_BEFORE = 3;
    private final Window objectives = new Window(MEMORY);
    private final double[] state = {PROBE, 0.8, Double.NaN, Double.NaN};

    /** The length of the next trial. */
    double current() {
      return state[CURRENT];
    }

    /** Whether a trial of the current length is accepted; either way there is a new length. */
    boolean accepts(StepCurvature trial) {
      if (objectives.isEmpty()) { // the probe
        objectives.add(trial.before());
        state[CURRENT] = usable(trial.longLength()) ? trial.longLength() : PROBE;
        return false;
      }
      boolean accepted = isLowEnough(trial);
      state[CURRENT] = accepted ? next(trial) : shorter(trial);
      return accepted;
    }

    void restart(double height, double factor) {
      objectives.clear();
      objectives.add(height);
      state[CURRENT] *= factor;
      state[LONG_BEFORE] *= factor;
      state[SHORT_BEFORE] *= factor;
    }

    private boolean isLowEnough(StepCurvature trial) {
      double highest = objectives.max();
      double decrease = SUFFICIENT_DECREASE / 2 * trial.squaredMove() / trial.length();
      return trial.after() <= highest - decrease + ROUNDING * Math.abs(highest);
    }

    /** The minimum of the parabola through both objectives and the first slope, kept in bounds. */
    private static double shorter(StepCurvature trial) {
      double slopeTimesMove = trial.squaredMove() / trial.length();
      double length = trial.squaredMove() / (2 * (trial.after() - trial.before() + slopeTimesMove));
      double smallest = Math.max(0.1 * trial.length(), Double.MIN_VALUE);
      return usable(length) ? Math.max(Math.min(length, 0.5 * trial.length()), smallest) : smallest;
    }

    /** The length of the next step's first trial. */
    private double next(StepCurvature accepted) {
      objectives.add(accepted.after());
      double longLength = accepted.longLength();
      double shortLength = accepted.shortLength();
      if (!usable(longLength) || !usable(shortLength)) {
        // No curvature: the slope goes on, so go further.
        return Math.min(10 * accepted.length(), Double.MAX_VALUE);
      }
      double next = longLength;
      if (usable(state[LONG_BEFORE])) {
        boolean prefersShort = shortLength / longLength < state[TAU];
        next = prefersShort ? shortest(longLength, shortLength) : longLength;
        state[TAU] *= prefersShort ? 1 / 1.02 : 1.02;
      }
      state[LONG_BEFORE] = longLength;
      state[SHORT_BEFORE] = shortLength;
      return next;
    }

    private double shortest(double longLength, double shortLength) {
      double shortBefore = state[SHORT_BEFORE];
      double longBefore = state[LONG_BEFORE];
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

    /** The arrays of its state, not copies. */
    List<double[]> memory() {
      return Stream.concat(objectives.memory().stream(), Stream.of(state)).toList();
    }
  }
}
