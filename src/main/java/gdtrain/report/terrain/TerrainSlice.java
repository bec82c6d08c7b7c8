package gdtrain.report.terrain;

import gdtrain.insight.Curvature;
import gdtrain.insight.Hessian;
import gdtrain.insight.Interval;
import gdtrain.insight.Slice;
import gdtrain.report.NumberText;
import gdtrain.run.DescentPoint;
import gdtrain.run.TrainingRun;
import gdtrain.train.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The loss along the negative gradient at a point, and the steps that stand out. */
public final class TerrainSlice {
  /** The slice goes a little further than its longest mark. */
  private static final double ROOM = 1.25;

  /** A mark so many times as long as the best step would leave the rest of the slice too small. */
  private static final double FAR = 10;

  /** Up to which share two lengths are the same. */
  private static final double ROUNDING = 1e-6;

  private static final String BEST = "best";
  private static final String BREAK_EVEN = "break_even";
  private static final String ALONG = "no such step along the gradient";

  private final TrainingRun run;
  private final int points;
  private final Consumer<String> notes;
  private final Problem problem;
  private final Optional<String> model;

  /**
   * A slice.
   *
   * @param points of the slice
   * @param notes receives what its marks are
   * @param model the file of a saved model, if it is that which is looked at
   */
  public TerrainSlice(TrainingRun run, int points, Consumer<String> notes, Optional<String> model) {
    this.points = points;
    this.run = run;
    this.notes = notes;
    this.problem = run.problem();
    this.model = model;
  }

  /**
   * Measures the slice, then its marks.
   *
   * @param heres the same point, from which each run goes on in its own way; one or more
   */
  public void write(List<DescentPoint> heres, TerrainPoints table) {
    Slice slice = new Slice(problem.objective(), heres.get(0).parameters());
    List<Mark> marks = marks(slice, heres);
    Interval steps = new Interval(0, longest(marks));
    table.begin();
    for (int i = 0; i < points; i++) {
      step(table, "slice", slice, steps.value(i, points));
    }
    for (Mark mark : marks) {
      mark.length.ifPresent(present -> step(table, mark.kind, slice, present));
    }
  }

  private void step(TerrainPoints table, String kind, Slice slice, double length) {
    table.step(kind, length, problem.height(slice.at(length)));
  }

  /** A step that stands out, if there is one. */
  private record Mark(String kind, OptionalDouble length) {}

  private List<Mark> marks(Slice slice, List<DescentPoint> heres) {
    DescentPoint here = heres.get(0);
    OptionalDouble even = slice.breakEven();
    OptionalDouble best =
        even.isPresent() ? OptionalDouble.of(slice.best(even.getAsDouble())) : even;
    notes.accept(
        "%s, loss %s; x is the learning rate of a step along the negative gradient:"
            .formatted(
                model.orElseGet(() -> "epoch %,d".formatted(here.epoch().number())),
                NumberText.text(here.epoch().loss())));
    List<Mark> marks = new ArrayList<>();
    heres.forEach(each -> marks.add(new Mark("chosen", chosen(slice, each))));
    marks.add(new Mark(BEST, said(BEST, best, "leads lowest", ALONG)));
    marks.add(new Mark("largest_stable", stable(here)));
    if (best.isPresent() && slice.isRounding(best.getAsDouble())) {
      notes.accept("  this is so near the minimum that rounding decides how the loss changes");
    } else {
      String higher = "leads as high as here, longer ones higher";
      marks.add(new Mark(BREAK_EVEN, said(BREAK_EVEN, even, higher, ALONG)));
    }
    return marks;
  }

  private OptionalDouble chosen(Slice slice, DescentPoint here) {
    OptionalDouble step = here.next().map(next -> step(slice, next)).orElse(OptionalDouble.empty());
    String missing = here.next().isPresent() ? ALONG : "no step, the run does not go on from here";
    return said("chosen", step, "the next of this run", missing);
  }

  private static OptionalDouble step(Slice slice, DescentPoint next) {
    double rate = next.epoch().learningRate().orElseThrow();
    OptionalDouble step = slice.stepTo(next.parameters());
    boolean same = step.isPresent() && Math.abs(step.getAsDouble() - rate) <= ROUNDING * rate;
    return same ? OptionalDouble.of(rate) : step;
  }

  /** Up to which constant rate gradient descent is stable. */
  private OptionalDouble stable(DescentPoint here) {
    Optional<Curvature> curvature = run.landscape().curvature().map(found -> near(found, here));
    OptionalDouble rate =
        curvature.stream()
            .mapToDouble(Curvature::largestStableRate)
            .filter(Double::isFinite)
            .findFirst();
    String meaning =
        switch (curvature.map(Curvature::kind).orElse(Curvature.Kind.LOCAL)) {
          case EXACT -> "gd at a longer constant rate diverges";
          case BOUND -> "a bound: gd at a constant rate up to it never diverges";
          case LOCAL -> "an estimate from the curvature here, where gd is stable up to it";
        };
    String missing =
        run.units().learned().jumps()
            ? "no rate is stable for good, since the slope of the loss jumps"
            : "not known, since the loss does not bend upwards here in numbers";
    return said("largest_stable", rate, meaning, missing);
  }

  private Curvature near(Curvature found, DescentPoint here) {
    boolean there = found.kind() == Curvature.Kind.LOCAL && here.epoch().number() > 0;
    return there
        ? Hessian.at(run.weighedRows(), problem.training(), run.regularisation(), here.parameters())
        : found;
  }

  private OptionalDouble said(String kind, OptionalDouble length, String meaning, String missing) {
    notes.accept(
        length.isPresent()
            ? "  %s %s: %s".formatted(kind, NumberText.text(length.getAsDouble()), meaning)
            : "  %s: %s".formatted(kind, missing));
    return length;
  }

  private static double longest(List<Mark> marks) {
    double near =
        FAR
            * marks.stream()
                .filter(mark -> mark.kind.equals(BEST))
                .flatMapToDouble(mark -> mark.length.stream())
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    return ROOM
        * marks.stream()
            .flatMapToDouble(mark -> mark.length.stream())
            .filter(length -> length <= near)
            .max()
            .orElse(1);
  }
}
