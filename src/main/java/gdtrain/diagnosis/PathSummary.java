package gdtrain.diagnosis;

import gdtrain.report.NumberText;
import gdtrain.run.selection.PenaltyPath;
import gdtrain.run.selection.PenaltyPath.Held;
import gdtrain.run.selection.PenaltyPath.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a path of penalties came to, as lines for people.
 *
 * @param path that was gone
 * @param again the command that trains with the penalty of a stop
 */
public record PathSummary(PenaltyPath path, Function<Stop, String> again) {
  /** The lines. */
  public List<String> lines() {
    List<Stop> stops = path.stops();
    Stop first = stops.get(0);
    Stop last = stops.get(stops.size() - 1);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d penalties from %s to %s; weights that are not 0: %,d to %,d of %,d"
            .formatted(
                stops.size(),
                NumberText.text(first.penalty()),
                NumberText.text(last.penalty()),
                first.nonzero(),
                last.nonzero(),
                last.weights()));
    long open = stops.stream().filter(stop -> !stop.converged()).count();
    if (open > 0) {
      lines.add(
          "with %,d of them descent did not converge on all rows or in a fold: a larger ⟦ratio⟧ leaves out the smallest"
              .formatted(open));
    }
    path.best().ifPresent(best -> addBest(best, last, lines));
    return lines;
  }

  private void addBest(Stop best, Stop last, List<String> lines) {
    Stop simplest = path.simplest().orElseThrow();
    lines.add("best: " + text(best));
    lines.add("largest within one standard error: " + text(simplest));
    if (best.penalty() == last.penalty()) {
      lines.add("the best is the smallest penalty: a smaller ⟦ratio⟧ goes on");
    }
    lines.add("the best again: " + again.apply(best));
    lines.add("the simplest again: " + again.apply(simplest));
  }

  private static String text(Stop stop) {
    Held held = stop.held().orElseThrow();
    return "penalty %s, loss of rows held out %s, standard error %s, %,d weights not 0"
        .formatted(
            NumberText.text(stop.penalty()),
            NumberText.text(held.mean()),
            NumberText.text(held.error()),
            stop.nonzero());
  }
}
