package gdtrain.run.selection;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Folds;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.MetricNames;
import gdtrain.model.Parameter;
import gdtrain.run.FoldRun;
import gdtrain.run.Measurements;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.RunSettings;
import gdtrain.table.Notes;
import gdtrain.train.Regularisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model trained with one penalty after the other, from the largest down, each from the
 * minimum of the one before, on all rows and on those that each fold learns from.
 */
public final class PenaltyPath {
  /** Of the smallest penalty over the largest. */
  private static final double USUAL_RATIO = 1e-3;

  private static final double USUAL_RATIO_OF_SQUARES = 1e-6;

  /**
   * Of curvatures in the largest penalty on squares: weights keep a hundredth of what they were.
   */
  private static final double LARGEST_OF_SQUARES = 100;

  private static final List<String> FIGURES = List.of("penalty", "cv_loss", "cv_se", "nonzero");

  private final RunSettings settings;
  private final Penalties penalties;
  private final List<Stop> stops = new ArrayList<>();

  /**
   * Which penalties there are.
   *
   * @param l1Ratio the share of l1, from 0 to 1
   * @param count how many, at least 2
   * @param ratio of the smallest over the largest; empty for what is usual
   */
  public record Penalties(double l1Ratio, int count, OptionalDouble ratio) {
    private static final int MOST = 10_000;

    /** Checks the numbers. */
    public Penalties {
      if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
        throw new InvalidSetting("⟦l1-ratio⟧ must be from 0 to 1, not " + l1Ratio);
      }
      if (count < 2 || count > MOST) {
        throw new InvalidSetting(
            "⟦penalties⟧ must be from 2 to %,d, not %,d".formatted(MOST, count));
      }
      if (ratio.isPresent() && !(ratio.getAsDouble() > 0 && ratio.getAsDouble() < 1)) {
        throw new InvalidSetting("⟦ratio⟧ must be above 0 and below 1, not " + ratio.getAsDouble());
      }
    }

    /** From the largest down. */
    double[] values(double largest) {
      double usual = l1Ratio > 0 ? USUAL_RATIO : USUAL_RATIO_OF_SQUARES;
      double step = Math.log(ratio.orElse(usual)) / (count - 1);
      return IntStream.range(0, count).mapToDouble(i -> largest * Math.exp(i * step)).toArray();
    }
  }

  /**
   * The minimum with one penalty.
   *
   * @param penalty the factor of both kinds together
   * @param l1 factor of the absolute weights
   * @param l2 factor of half the squared weights
   * @param parameters of the minimum
   * @param loss of all rows, without the penalty
   * @param converged whether descent reached the minimum
   * @param held what rows held out cost, if there are folds
   */
  public record Stop(
      double penalty,
      double l1,
      double l2,
      List<Parameter> parameters,
      double loss,
      boolean converged,
      Optional<Held> held) {
    /** How many weights there are. */
    public long weights() {
      return parameters.stream().filter(p -> !isIntercept(p)).count();
    }

    /** How many of them are not 0. */
    public long nonzero() {
      return parameters.stream().filter(p -> !isIntercept(p) && p.scaledValue() != 0).count();
    }

    private static boolean isIntercept(Parameter parameter) {
      return parameter.input().equals(Schema.INTERCEPT);
    }
  }

  /**
   * The loss of rows held out.
   *
   * @param mean over the folds
   * @param error the standard error of the mean
   */
  public record Held(double mean, double error) {}

  /**
   * A path that has not begun.
   *
   * @param settings without a penalty
   */
  public PenaltyPath(RunSettings settings, Penalties penalties) {
    this.settings = settings;
    this.penalties = penalties;
    if (settings.loss().jumps()) {
      throw new InvalidSetting(
          "⟦loss⟧ %s has kinks, and a path needs a smooth loss; sweep goes through penalties of it"
              .formatted(settings.loss().text()));
    }
  }

  /**
   * Goes down the path.
   *
   * @param all the rows to learn from
   * @param folds what rows are held out in turn, if any are
   * @param notes receives what was left out in a fold
   */
  public PenaltyPath run(Prepared all, Optional<Folds> folds, Workers workers, Notes notes) {
    double[] values;
    try (Workers alone = new Workers(1)) {
      values = penalties.values(largest(new TrainingRun(all, settings, alone)));
    }
    List<Supplier<Walk>> tasks = new ArrayList<>();
    tasks.add(() -> walk(all, values));
    folds.ifPresent(
        cut ->
            IntStream.range(0, cut.names().size())
                .forEach(i -> tasks.add(() -> walk(cut, i, values))));
    List<Walk> walks = new ArrayList<>();
    InOrder.run(
        workers,
        tasks,
        walk -> {
          walk.notes().forEach(notes);
          walks.add(walk);
        });
    for (int i = 0; i < values.length; i++) {
      stops.add(stop(values[i], i, walks));
    }
    return this;
  }

  /** The smallest penalty with which all weights are 0; of squares one that leaves them small. */
  private double largest(TrainingRun run) {
    double largest;
    if (penalties.l1Ratio() == 0) {
      largest = run.landscape().curvature().map(c -> LARGEST_OF_SQUARES * c.largest()).orElse(1.0);
    } else {
      double[] point = run.constantModel();
      double[] slope = new double[point.length];
      run.problem().training().lossAndGradient(point, slope);
      double[] free = penalties(run);
      largest =
          IntStream.range(0, slope.length)
                  .mapToDouble(i -> free[i] * Math.abs(slope[i]))
                  .max()
                  .orElseThrow()
              / penalties.l1Ratio();
    }
    if (!(largest > 0) || Double.isInfinite(largest)) {
      throw new InvalidSetting("no input tells anything of the target: there is no path to go");
    }
    return largest;
  }

  /** A minimum in a walk; its loss is that of the rows learned from. */
  private record Place(List<Double> point, double loss, boolean converged, double held) {}

  /** The minima of some rows, and what their test rows cost there. */
  private record Walk(TrainingRun run, List<Place> places, List<String> notes) {}

  private Walk walk(Prepared all, double[] values) {
    try (Workers alone = new Workers(1)) {
      return walk(new TrainingRun(all, settings, alone), values, List.of());
    }
  }

  private Walk walk(Folds folds, int index, double[] values) {
    List<String> notes = new ArrayList<>();
    return FoldRun.of(folds, index, settings, notes::add, run -> walk(run, values, notes));
  }

  private Walk walk(TrainingRun run, double[] values, List<String> notes) {
    ProximalNewton descent =
        new ProximalNewton(
            run.problem().training(),
            penalised(run),
            run.constantModel(),
            settings.limits().tolerance());
    List<Place> places = new ArrayList<>();
    for (double value : values) {
      boolean converged = descent.minimise(l1(value), l2(value));
      double[] point = centred(descent.point(), run);
      places.add(
          new Place(
              DoubleStream.of(point).boxed().toList(),
              run.units().told(run.problem().unit() * descent.loss()),
              converged,
              run.testRows()
                  .map(test -> run.units().told(run.units().loss(test.objective(), point)))
                  .orElse(Double.NaN)));
    }
    return new Walk(run, places, notes);
  }

  /**
   * A point that predicts as this one. Of more than two classes only differences of intercepts
   * count: their mean becomes that of the start, which descent along the gradient keeps.
   */
  private static double[] centred(double[] point, TrainingRun run) {
    if (run.classes() > 2) {
      double[] start = run.start();
      boolean[] penalised = penalised(run);
      int[] free = IntStream.range(0, point.length).filter(i -> !penalised[i]).toArray();
      double shift = IntStream.of(free).mapToDouble(i -> start[i] - point[i]).average().orElse(0);
      IntStream.of(free).forEach(i -> point[i] += shift);
    }
    return point;
  }

  /** Which parameters have a penalty: weights, not intercepts. */
  private static double[] penalties(TrainingRun run) {
    return new Regularisation(0, 1, run.network()).l2Factors();
  }

  private static boolean[] penalised(TrainingRun run) {
    double[] factors = penalties(run);
    boolean[] penalised = new boolean[factors.length];
    for (int i = 0; i < factors.length; i++) {
      penalised[i] = factors[i] > 0;
    }
    return penalised;
  }

  private double l1(double penalty) {
    return penalties.l1Ratio() * penalty;
  }

  private double l2(double penalty) {
    return (1 - penalties.l1Ratio()) * penalty;
  }

  private Stop stop(double penalty, int index, List<Walk> walks) {
    Walk all = walks.get(0);
    Place place = all.places().get(index);
    List<Double> held =
        walks.stream().skip(1).map(walk -> walk.places().get(index).held()).toList();
    MeanAndDeviation spread = MeanAndDeviation.of(held);
    return new Stop(
        penalty,
        l1(penalty),
        l2(penalty),
        all.run().parameters(place.point()),
        place.loss(),
        walks.stream().allMatch(walk -> walk.places().get(index).converged()),
        held.isEmpty()
            ? Optional.empty()
            : Optional.of(new Held(spread.mean(), spread.standardError(held.size()))));
  }

  /** The minima, from the largest penalty down. */
  public List<Stop> stops() {
    return List.copyOf(stops);
  }

  /** Where rows held out cost least; none without folds, or where a loss is no number. */
  public Optional<Stop> best() {
    return stops.stream()
        .filter(s -> s.held().filter(h -> Double.isFinite(h.mean())).isPresent())
        .min(Comparator.comparingDouble(s -> s.held().orElseThrow().mean()));
  }

  /** The largest penalty with which they cost at most one standard error more than at best. */
  public Optional<Stop> simplest() {
    return best()
        .flatMap(
            best -> {
              Held least = best.held().orElseThrow();
              return stops.stream()
                  .filter(s -> s.held().orElseThrow().mean() <= least.mean() + least.error())
                  .findFirst();
            });
  }

  /** The names of what is measured where rows are held out. */
  public static MetricNames names() {
    return MetricNames.of(
        Stream.of("best", "simplest")
            .flatMap(which -> FIGURES.stream().map(figure -> which + "_" + figure))
            .toList());
  }

  /** What was measured, for requirements and the file of metrics: nothing without folds. */
  public Measurements measured() {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Double> flat = new LinkedHashMap<>();
    best().ifPresent(stop -> put("best", stop, fields, flat));
    simplest().ifPresent(stop -> put("simplest", stop, fields, flat));
    return Measurements.of(fields, flat);
  }

  private static void put(
      String which, Stop stop, Map<String, Object> fields, Map<String, Double> flat) {
    Held held = stop.held().orElseThrow();
    List<Number> values = List.of(stop.penalty(), held.mean(), held.error(), stop.nonzero());
    Map<String, Object> own = new LinkedHashMap<>();
    for (int i = 0; i < FIGURES.size(); i++) {
      own.put(FIGURES.get(i), values.get(i));
      flat.put(which + "_" + FIGURES.get(i), values.get(i).doubleValue());
    }
    fields.put(which, own);
  }
}
