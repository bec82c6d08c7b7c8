package gdtrain.cli;

import gdtrain.insight.Slice;
import gdtrain.insight.Span;
import gdtrain.report.Figures;
import gdtrain.report.TerrainTable;
import gdtrain.train.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The loss along the negative gradient at a point, and the steps that stand out. */
final class TerrainSlice {
  /** The slice goes a little further than its longest mark. */
  private static final double ROOM = 1.25;

  /** A mark so many times as long as the break-even would leave the rest of the slice too small. */
  private static final double FAR = 4;

  private final TerrainOptions options;
  private final TrainingRun run;
  private final Notes notes;
  private final Problem problem;

  TerrainSlice(TerrainOptions options, TrainingRun run, Notes notes) {
    this.options = options;
    this.run = run;
    this.notes = notes;
    this.problem = run.problem();
  }

  /** Writes the slice, then its marks; the result is the exit code. */
  int write(Standpoint here) {
    Slice slice = new Slice(problem.objective(), here.parameters());
    Map<String, OptionalDouble> marks = marks(slice, here);
    TerrainTable table = new TerrainTable(run.regularisation().active(), notes.console().out());
    Span steps = new Span(0, longest(marks));
    for (int i = 0; i < options.grid(); i++) {
      step(table, "slice", slice, steps.value(i, options.grid()));
    }
    marks.forEach((kind, length) -> length.ifPresent(present -> step(table, kind, slice, present)));
    return ExitCode.OK;
  }

  private void step(TerrainTable table, String kind, Slice slice, double length) {
    table.step(kind, length, problem.height(slice.at(length)));
  }

  private Map<String, OptionalDouble> marks(Slice slice, Standpoint here) {
    OptionalDouble chosen =
        here.next().map(next -> slice.stepTo(next.parameters())).orElse(OptionalDouble.empty());
    OptionalDouble even = slice.breakEven();
    OptionalDouble best =
        even.isPresent() ? OptionalDouble.of(slice.best(even.getAsDouble())) : even;
    notes.accept(
        "epoch %,d, loss %s; x is the length of a step along the negative gradient"
            .formatted(here.epoch().number(), Figures.text(here.epoch().loss())));
    say("chosen", chosen, "the next step of this run", "the next step of this run leads elsewhere");
    say("best", best, "leads lowest", "there is none, it goes down without end");
    say("break_even", even, "leads as high as here, longer ones higher", "there is none");
    Map<String, OptionalDouble> marks = new LinkedHashMap<>();
    marks.put("chosen", chosen);
    marks.put("best", best);
    marks.put("break_even", even);
    return marks;
  }

  private void say(String kind, OptionalDouble length, String meaning, String none) {
    notes.accept(
        length.isPresent()
            ? "  %s %s: %s".formatted(kind, Figures.text(length.getAsDouble()), meaning)
            : "  %s: %s".formatted(kind, none));
  }

  private static double longest(Map<String, OptionalDouble> marks) {
    OptionalDouble even = marks.get("break_even");
    double near = even.orElse(Double.POSITIVE_INFINITY) * FAR;
    return ROOM
        * marks.values().stream()
            .flatMapToDouble(OptionalDouble::stream)
            .filter(length -> length <= near)
            .max()
            .orElse(1);
  }
}
