package gdtrain.report;

import gdtrain.choice.InvalidSetting;
import gdtrain.insight.DescentPath;
import gdtrain.insight.Interval;
import gdtrain.insight.Iterate;
import gdtrain.insight.Plane;
import gdtrain.insight.PrincipalPlane;
import gdtrain.run.ParameterNames;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Settings;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The loss over a plane, and the path of a run in it. */
public final class TerrainSurface {
  private final TrainingRun run;
  private final int grid;
  private final double margin;
  private final Consumer<String> notes;
  private final ParameterNames names;

  /**
   * A surface.
   *
   * @param grid points in each direction
   * @param margin room on each side of the path, over its width
   * @param notes receives what the directions are
   */
  public TerrainSurface(TrainingRun run, int grid, double margin, Consumer<String> notes) {
    this.grid = grid;
    this.margin = margin;
    this.run = run;
    this.notes = notes;
    this.names = new ParameterNames(run.schema(), run.network());
  }

  /**
   * Trains, and writes.
   *
   * @param parameters the names of two parameters to look along, if it is not the path's own plane
   * @return what went wrong if the run diverged
   */
  public Optional<String> write(Optional<List<String>> parameters, PrintStream out) {
    Optional<List<Integer>> named = parameters.map(this::places);
    if (run.network().parameters() < 2) {
      throw new InvalidSetting(
          "a surface needs two parameters and the model has one; ⟦slice⟧ shows its loss");
    }
    DescentPath path = new DescentPath();
    Fit fit = run.fit(path);
    if (fit.ending() == Ending.DIVERGED) {
      return Optional.of(diverged(path, fit, named, out));
    }
    notes.accept(EndingText.of(fit));
    write(plane(path, fit, named), path, out);
    return Optional.empty();
  }

  /** Writes what is finite, and says where that ends. */
  private String diverged(
      DescentPath path, Fit fit, Optional<List<Integer>> named, PrintStream out) {
    String sentence = EndingText.of(fit) + "; the path ends at the last finite epoch";
    if (path.iterates().isEmpty()) {
      table(out);
      sentence = "diverged: not even the start is finite, so that there is no surface";
    } else if (named.isEmpty() && !path.leaves(kept(fit))) {
      TerrainTable table = table(out);
      path.iterates().forEach(iterate -> table.path(0, 0, iterate.epoch()));
      sentence += ", one point, which has no surface";
    } else {
      write(plane(path, fit, named), path, out);
    }
    return sentence + "; fit with the same options says what to try";
  }

  private TerrainTable table(PrintStream out) {
    return new TerrainTable(run.regularisation().active(), out);
  }

  private Plane plane(DescentPath path, Fit fit, Optional<List<Integer>> named) {
    return named.map(two -> named(fit, two)).orElseGet(() -> principal(path, fit));
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

  private static double[] kept(Fit fit) {
    return fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Plane named(Fit fit, List<Integer> two) {
    notes.accept(
        "x is the scaled value of '%s', y that of '%s'; all others are as at epoch %,d"
            .formatted(names.name(two.get(0)), names.name(two.get(1)), fit.kept().number()));
    return Plane.ofParameters(kept(fit), two.get(0), two.get(1));
  }

  private Plane principal(DescentPath path, Fit fit) {
    PrincipalPlane found = PrincipalPlane.of(path, kept(fit));
    int count = path.iterates().size();
    notes.accept(
        "x and y are the principal directions of the path%s, with epoch %,d at 0,0: they have %s %% of its movement, x %s %%, y %s %%"
            .formatted(
                found.sampled() < count
                    ? " (of %,d of its %,d points)".formatted(found.sampled(), count)
                    : "",
                fit.kept().number(),
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

  private static String percent(double share) {
    return NumberText.text(Math.round(share * 1e5) / 1e3);
  }

  private void write(Plane plane, DescentPath path, PrintStream out) {
    List<Iterate> iterates = path.iterates();
    if (path.every() > 1) {
      notes.accept("the path has one epoch in %,d, and the last".formatted(path.every()));
    }
    notes.accept(
        "%d x %d points: %,d evaluations of the loss of %,d rows"
            .formatted(grid, grid, (long) grid * grid, run.weighedRows().rows()));
    Interval across = Interval.of(iterates.stream().mapToDouble(plane::x));
    Interval along = Interval.of(iterates.stream().mapToDouble(plane::y));
    TerrainTable table = table(out);
    Problem problem = run.problem();
    for (int i = 0; i < grid; i++) {
      double x = across.widened(margin, along).value(i, grid);
      for (int j = 0; j < grid; j++) {
        double y = along.widened(margin, across).value(j, grid);
        table.surface(x, y, problem.height(plane.at(x, y)));
      }
    }
    iterates.forEach(iterate -> table.path(plane.x(iterate), plane.y(iterate), iterate.epoch()));
  }
}
