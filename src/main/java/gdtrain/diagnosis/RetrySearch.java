package gdtrain.diagnosis;

import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Looks for the smallest change of a run that diverged with which it does not, by trying: the
 * automatic rate of plain gradient descent, or shorter and shorter steps; the same with the columns
 * scaled; more epochs; at last plain gradient descent in place of the run's own method, the columns
 * scaled and more epochs if need be.
 */
public final class RetrySearch {
  private static final int MOST_RATES = 6;
  private static final int MANY = 10_000;
  private static final double SHORTER = 5;

  /** A loss that is lower than this share of another is worth still shorter steps. */
  private static final double LOWER = 0.99;

  private static final MathContext DIGITS = new MathContext(2);
  private static final List<Map<String, String>> NOTHING = List.of();
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> SCALED = Map.of("scale", "standard");
  private static final Map<String, String> LONG = Map.of("epochs", Integer.toString(MANY));

  private final Retries retries;
  private final TrainingRun diverged;
  private final BooleanSupplier stop;
  private Optional<Retry> second = Optional.empty();

  private RetrySearch(Retries retries, TrainingRun diverged, BooleanSupplier stop) {
    this.retries = retries;
    this.diverged = diverged;
    this.stop = stop;
  }

  /**
   * The first change that is good, or else one that at least helps.
   *
   * @param stop whether to give up
   */
  public static Optional<Retry> find(
      Retries retries, TrainingRun run, Fit fit, BooleanSupplier stop) {
    retries.allow(run, fit);
    RetrySearch remedy = new RetrySearch(retries, run, stop);
    return remedy
        .steps(NONE)
        .or(() -> remedy.steps(SCALED))
        .or(remedy::longer)
        .or(remedy::automatic)
        .or(() -> remedy.second);
  }

  private Optional<Retry> steps(Map<String, String> base) {
    return retries
        .run(base)
        .filter(run -> base.isEmpty() || rescaled(run))
        .flatMap(run -> first(rates(run, base)));
  }

  private boolean rescaled(TrainingRun run) {
    return !run.schema().features().equals(diverged.schema().features());
  }

  private Optional<Retry> automatic() {
    if (!(diverged.settings().descent().method() instanceof Method.Updating updating)
        || updating.clipNorm().isPresent()) {
      return Optional.empty();
    }
    Map<String, String> plain = new LinkedHashMap<>();
    if (!updating.rule().proximal()) {
      plain.put("optimizer", "gd");
    }
    plain.put("lr", Settings.AUTO);
    if (!updating.schedule().constant()) {
      plain.put("schedule", "constant");
    }
    if (diverged.problem().batches().isPresent()) {
      plain.put("batch-size", "full");
    }
    boolean rescales = retries.run(SCALED).filter(this::rescaled).isPresent();
    List<Map<String, String>> bases =
        rescales ? List.of(plain, both(SCALED, plain)) : List.of(plain);
    Stream<Map<String, String>> longer =
        isShort(diverged) ? bases.stream().map(base -> both(base, LONG)) : Stream.of();
    return Stream.concat(bases.stream(), longer)
        .flatMap(changes -> first(List.of(changes)).stream())
        .findFirst();
  }

  private static boolean isShort(TrainingRun run) {
    return run.limits().epochs() < MANY;
  }

  /** The first that does not diverge, if it is good. */
  private Optional<Retry> first(List<Map<String, String>> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      Optional<Retry> retry = retry(candidates.get(i));
      if (retry.isPresent() && !retry.get().diverged()) {
        List<Map<String, String>> shorter = candidates.subList(i + 1, candidates.size());
        return retry.filter(Retry::good).map(good -> lowest(good, shorter));
      }
    }
    return Optional.empty();
  }

  /** Where no minimum is reached, shorter steps may come nearer. */
  private Retry lowest(Retry good, List<Map<String, String>> shorter) {
    Retry lowest = good;
    for (Map<String, String> changes : good.fit().ending().converged() ? NOTHING : shorter) {
      double height = lowest.fit().last().objective();
      Optional<Retry> lower =
          retry(changes).filter(r -> r.fit().last().objective() < LOWER * height);
      if (lower.isEmpty()) {
        return lowest;
      }
      lowest = lower.get();
    }
    return lowest;
  }

  /** What helps may converge in more epochs. */
  private Optional<Retry> longer() {
    return second
        .filter(r -> Retry.mayConverge(r.run()) && isShort(r.run()))
        .flatMap(r -> retry(both(r.changes(), LONG)))
        .filter(Retry::good);
  }

  private Optional<Retry> retry(Map<String, String> changes) {
    Optional<Retry> retry =
        retries.run(changes).map(run -> new Retry(changes, run, retries.fit(run, stop)));
    second = second.or(() -> retry.filter(Retry::better));
    return retry;
  }

  /** What to try of a run whose other options are decided. */
  private List<Map<String, String>> rates(TrainingRun run, Map<String, String> base) {
    if (!(run.settings().descent().method() instanceof Method.Updating updating)) {
      return base.isEmpty() ? List.of() : List.of(base);
    }
    boolean plain = updating.rule().proximal() && updating.steady();
    List<Map<String, String>> rates = new ArrayList<>();
    if (plain && run.problem().batches().isEmpty()) {
      rates.add(both(base, Map.of("lr", Settings.AUTO)));
    }
    double rate = Math.min(updating.learningRate() / 3, stable(run, updating) / 2);
    for (int i = 0; i < MOST_RATES; i++, rate /= SHORTER) {
      String text = Double.toString(new BigDecimal(rate).round(DIGITS).doubleValue());
      rates.add(both(base, Map.of("lr", text)));
    }
    return rates;
  }

  /** The largest stable rate, where one is known. */
  private static double stable(TrainingRun run, Method.Updating updating) {
    return run.landscape()
        .curvature()
        .map(c -> c.largestStableRate(updating.rule()).orElse(c.largestStableRate()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }
}
