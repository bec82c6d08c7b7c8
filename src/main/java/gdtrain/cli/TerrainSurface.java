package gdtrain.cli;

import gdtrain.insight.DescentPath;
import gdtrain.insight.Interval;
import gdtrain.insight.Iterate;
import gdtrain.insight.Plane;
import gdtrain.insight.PrincipalPlane;
import gdtrain.report.EndingText;
import gdtrain.report.NumberText;
import gdtrain.report.TerrainTable;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Problem;
import java.util.List;
import java.util.Optional;

/** The loss over a plane, and the path of a run in it. */
final class TerrainSurface {
  private final TerrainOptions options;
  private final TrainingRun run;
  private final Notes notes;
  private final ParameterNames names;

  TerrainSurface(TerrainOptions options, TrainingRun run, Notes notes) {
    this.options = options;
    this.run = run;
    this.notes = notes;
    this.names = new ParameterNames(run.schema(), run.network());
  }

  /** Trains, and writes; the result is the exit code. */
  int write() {
    Optional<List<Integer>> named = options.names().map(this::places);
    if (run.network().parameters() < 2) {
      throw new IllegalArgumentException(
          "a surface needs two parameters and the model has one; --slice shows its loss");
    }
    DescentPath path = new DescentPath();
    Fit fit = run.fit(path);
    if (fit.ending() == Ending.DIVERGED) {
      return diverged(path, fit, named);
    }
    notes.accept(EndingText.of(fit));
    write(plane(path, fit, named), path);
    return ExitCode.OK;
  }

  /** Writes what is finite, and says where that ends. */
  private int diverged(DescentPath path, Fit fit, Optional<List<Integer>> named) {
    String sentence = EndingText.of(fit) + "; the path has what is finite";
    if (path.iterates().isEmpty()) {
      table();
      sentence = "diverged: not even the start is finite, so that there is no surface";
    } else if (named.isEmpty() && !path.leaves(kept(fit))) {
      TerrainTable table = table();
      path.iterates().forEach(place -> table.path(0, 0, place.epoch()));
      sentence += ", one point, which has no surface";
    } else {
      write(plane(path, fit, named), path);
    }
    notes.console().say("gdtrain: " + sentence + "; fit with the same options says what to try");
    return ExitCode.DIVERGED;
  }

  private TerrainTable table() {
    return new TerrainTable(run.regularisation().active(), notes.console().out());
  }

  private Plane plane(DescentPath path, Fit fit, Optional<List<Integer>> named) {
    return named.map(two -> named(fit, two)).orElseGet(() -> principal(path, fit));
  }

  private List<Integer> places(List<String> two) {
    List<Integer> places = two.stream().map(name -> names.place(name, "--params")).toList();
    if (places.get(0).equals(places.get(1))) {
      throw new IllegalArgumentException(
          "--params names the same parameter twice, '%s'".formatted(names.name(places.get(0))));
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

  private void write(Plane plane, DescentPath path) {
    List<Iterate> places = path.iterates();
    if (path.every() > 1) {
      notes.accept("the path has one epoch in %,d, and the last".formatted(path.every()));
    }
    int grid = options.grid();
    notes.accept(
        "%d x %d points: %,d evaluations of the loss of %,d rows"
            .formatted(grid, grid, (long) grid * grid, run.weighedRows().rows()));
    Interval across = Interval.of(places.stream().mapToDouble(plane::x));
    Interval along = Interval.of(places.stream().mapToDouble(plane::y));
    TerrainTable table = table();
    Problem problem = run.problem();
    for (int i = 0; i < grid; i++) {
      double x = across.widened(options.margin(), along).value(i, grid);
      for (int j = 0; j < grid; j++) {
        double y = along.widened(options.margin(), across).value(j, grid);
        table.surface(x, y, problem.height(plane.at(x, y)));
      }
    }
    places.forEach(place -> table.path(plane.x(place), plane.y(place), place.epoch()));
  }
}
