package gdtrain.report.terrain;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Vectors;
import gdtrain.insight.DescentPath;
import gdtrain.insight.Interval;
import gdtrain.insight.Iterate;
import gdtrain.insight.LeastSquares;
import gdtrain.insight.Plane;
import gdtrain.insight.PrincipalPlane;
import gdtrain.report.EndingText;
import gdtrain.report.NumberText;
import gdtrain.run.ParameterNames;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The loss over a plane, and the paths of runs in it. */
public final class TerrainSurface {
  /** A close-up leaves out what lies so many times as high as the start. */
  private static final double FAR_ABOVE = 100;

  private final TrainingRun run;
  private final List<String> rates;
  private final Window window;
  private final Consumer<String> notes;
  private final ParameterNames names;

  /**
   * The part of the plane that is measured.
   *
   * @param grid points in each direction
   * @param margin room on each side of the paths, over their width
   * @param closeUp whether what a diverging run climbs far above its start is left out
   */
  public record Window(int grid, double margin, boolean closeUp) {}

  /**
   * The path of a run.
   *
   * @param rate its learning rate as it was given, where there are several
   */
  private record Way(String rate, DescentPath path, Fit fit) {
    boolean diverged() {
      return fit.ending() == Ending.DIVERGED;
    }

    /**
     * The iterates that do not climb by more than so many times the height of the first, and the
     * step behind that.
     */
    List<Iterate> upTo(double times) {
      List<Iterate> all = path.iterates();
      double start = all.get(0).epoch().objective();
      long low =
          all.stream()
              .takeWhile(iterate -> iterate.epoch().objective() <= start + times * Math.abs(start))
              .count();
      return all.subList(0, (int) Math.min(Math.max(low, 2), all.size()));
    }
  }

  /**
   * A surface.
   *
   * @param rates learning rates whose paths are compared, as they were given; none: the path of the
   *     run
   * @param notes receives what the directions are
   */
  public TerrainSurface(
      TrainingRun run, List<String> rates, Window window, Consumer<String> notes) {
    this.run = run;
    this.rates = rates;
    this.window = window;
    this.notes = notes;
    this.names = new ParameterNames(run.schema(), run.network());
  }

  /**
   * Trains, and measures.
   *
   * @param parameters the names of two parameters to look along, if it is not the path's own plane
   * @return what went wrong if every run diverged
   */
  public Optional<String> write(Optional<List<String>> parameters, TerrainPoints points) {
    Optional<List<Integer>> named = parameters.map(this::places);
    if (run.network().parameters() < 2) {
      throw new InvalidSetting(
          "a surface needs two parameters and the model has one; ⟦slice⟧ shows its loss");
    }
    List<Way> ways = rates.isEmpty() ? List.of(way("", run)) : ways();
    if (ways.stream().allMatch(Way::diverged)) {
      return Optional.of(diverged(ways, named, points));
    }
    ways.forEach(way -> notes.accept(said(way)));
    write(plane(ways, named, points), ways, points);
    return Optional.empty();
  }

  /** Measures the surface of a run that was made already, unless it diverged at once. */
  public void write(DescentPath path, Fit fit, TerrainPoints points) {
    Way way = new Way("", path, fit);
    if (path.leaves(way.fit.point())) {
      write(plane(List.of(way), Optional.empty(), points), List.of(way), points);
    }
  }

  private List<Way> ways() {
    return rates.stream().map(rate -> way(rate, run.withLearningRate(rate))).toList();
  }

  /** What the heights of a run are called. */
  public static String heightName(TrainingRun run) {
    return run.regularisation().active() ? "objective" : run.units().lossName();
  }

  private static Way way(String rate, TrainingRun run) {
    DescentPath path = new DescentPath();
    return new Way(rate, path, run.fit(path));
  }

  private static String said(Way way) {
    return (way.rate.isEmpty() ? "" : "⟦lr⟧ " + way.rate + ": ") + EndingText.of(way.fit);
  }

  /** Measures what is finite, and says where that ends. */
  private String diverged(List<Way> ways, Optional<List<Integer>> named, TerrainPoints points) {
    Way first = ways.get(0);
    String sentence = said(first) + "; the path ends at the last finite epoch";
    if (first.path.iterates().isEmpty()) {
      points.begin();
      sentence = "diverged: not even the start is finite, so that there is no surface";
    } else if (named.isEmpty() && !first.path.leaves(first.fit.point())) {
      points.begin();
      points.run(first.rate);
      first.path.iterates().forEach(iterate -> points.path(0, 0, iterate.epoch()));
      sentence += ", one point, which has no surface";
    } else {
      write(plane(ways, named, points), ways, points);
    }
    return sentence + "; fit with the same options says what to try";
  }

  private Plane plane(List<Way> ways, Optional<List<Integer>> named, TerrainPoints points) {
    Way best =
        ways.stream().min(Comparator.comparing(way -> way.fit.kept().objective())).orElseThrow();
    return named
        .map(two -> named(best, two, points))
        .orElseGet(() -> principal(ways, best, points));
  }

  private List<Integer> places(List<String> two) {
    List<Integer> places =
        two.stream().map(name -> names.place(name, Settings.TERRAIN_PARAMS)).toList();
    if (places.get(0).equals(places.get(1))) {
      throw new InvalidSetting(
          "⟦params⟧ names the same parameter twice, '%s'".formatted(names.name(places.get(0))));
    }
    return places;
  }

  private Plane named(Way way, List<Integer> two, TerrainPoints points) {
    points.axes(names.name(two.get(0)), names.name(two.get(1)));
    notes.accept(
        "x is the scaled value of '%s', y that of '%s'; all others are as at epoch %,d%s"
            .formatted(
                names.name(two.get(0)), names.name(two.get(1)), way.fit.kept().number(), of(way)));
    return Plane.ofParameters(way.fit.point(), two.get(0), two.get(1));
  }

  private static String of(Way way) {
    return way.rate.isEmpty() ? "" : " of ⟦lr⟧ " + way.rate;
  }

  private Plane principal(List<Way> ways, Way best, TerrainPoints points) {
    List<Iterate> all = seen(ways);
    PrincipalPlane found = PrincipalPlane.of(all, best.fit.point());
    points.directions(found.xShare(), found.yShare());
    notes.accept(
        "x and y are the principal directions of the path%s%s, with epoch %,d%s at 0,0: they have %s %% of its movement, x %s %%, y %s %%"
            .formatted(
                ways.size() > 1 ? "s" : "",
                found.sampled() < all.size()
                    ? " (of %,d of its %,d points)".formatted(found.sampled(), all.size())
                    : "",
                best.fit.kept().number(),
                of(best),
                percent(found.xShare() + found.yShare()),
                percent(found.xShare()),
                percent(found.yShare())));
    found
        .across()
        .ifPresent(
            place ->
                notes.accept(
                    "the path is a straight line; y is at right angles, towards '%s'"
                        .formatted(names.name(place))));
    return found.plane();
  }

  /** The iterates that the window has to have; of a run beside others, those that descend. */
  private List<Iterate> seen(List<Way> ways) {
    boolean all = ways.stream().allMatch(Way::diverged);
    double times = window.closeUp ? FAR_ABOVE : all ? Double.POSITIVE_INFINITY : 0;
    List<Iterate> seen = new ArrayList<>();
    for (Way way : ways) {
      seen.addAll(way.diverged() ? way.upTo(times) : way.path.iterates());
    }
    return seen;
  }

  private static String percent(double share) {
    return NumberText.text(Math.round(share * 1e5) / 1e3);
  }

  private void write(Plane plane, List<Way> ways, TerrainPoints points) {
    for (Way way : ways) {
      if (way.path.every() > 1) {
        notes.accept("the path has one epoch in %,d, and the last".formatted(way.path.every()));
      }
    }
    int grid = window.grid;
    notes.accept(
        "%d x %d points: %,d evaluations of the loss of %,d rows"
            .formatted(grid, grid, (long) grid * grid, run.weighedRows().rows()));
    List<Iterate> seen = seen(ways);
    Interval across = Interval.of(seen.stream().mapToDouble(plane::x));
    Interval along = Interval.of(seen.stream().mapToDouble(plane::y));
    Problem problem = run.problem();
    points.begin();
    for (int i = 0; i < grid; i++) {
      double x = across.widened(window.margin, along).value(i, grid);
      for (int j = 0; j < grid; j++) {
        double y = along.widened(window.margin, across).value(j, grid);
        points.surface(x, y, problem.height(plane.at(x, y)));
      }
    }
    for (Way way : ways) {
      points.run(way.rate);
      way.path
          .iterates()
          .forEach(iterate -> points.path(plane.x(iterate), plane.y(iterate), iterate.epoch()));
    }
    mark(plane, points);
  }

  private void mark(Plane plane, TerrainPoints points) {
    double[] start = run.start();
    double[] gradient = new double[start.length];
    run.problem().objective().lossAndGradient(start, gradient);
    double[] there = start.clone();
    Vectors.add(-1, gradient, there);
    points.downhill(plane.x(there) - plane.x(start), plane.y(there) - plane.y(start));
    run.landscape()
        .minimum()
        .map(LeastSquares::parameters)
        .map(all -> all.stream().mapToDouble(Double::doubleValue).toArray())
        .ifPresent(minimum -> points.minimum(plane.x(minimum), plane.y(minimum)));
  }
}
