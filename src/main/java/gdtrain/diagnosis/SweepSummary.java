package gdtrain.diagnosis;

import gdtrain.choice.EnumWord;
import gdtrain.report.NumberText;
import gdtrain.report.TextTable;
import gdtrain.run.selection.Sweep;
import gdtrain.train.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * All runs of a sweep, the best first, as a table for people.
 *
 * @param sweep that was run
 * @param names of the settings that vary
 */
public record SweepSummary(Sweep sweep, List<String> names) {
  private static final int MOST_LINES = 30;

  /** The lines of the table, and what to make of it. */
  public List<String> lines() {
    List<Sweep.Outcome> order = sweep.ranking();
    TextTable text = new TextTable();
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(names);
    header.addAll(List.of("last epoch", "ending", sweep.comparedBy().text()));
    boolean folded = order.get(0).score().isPresent();
    if (folded) {
      header.addAll(List.of("sd", "se"));
    }
    text.add(header);
    order.stream().limit(MOST_LINES).map(SweepSummary::cells).forEach(text::add);
    List<String> lines = new ArrayList<>(text.lines());
    if (order.size() > MOST_LINES) {
      lines.add("  and %,d more".formatted(order.size() - MOST_LINES));
    }
    if (sweep.comparedBy() == Sweep.Criterion.LOSS && sweep.penalised()) {
      lines.add(
          "the loss of the training rows favours the smallest penalty; ⟦validation⟧ compares by rows"
              + " that are not learned from");
    }
    sweep
        .simplest()
        .ifPresent(
            simplest ->
                lines.add(
                    "run %d is the simplest within one standard error of the best (%s at most): fewest parameters, then the largest penalty"
                        .formatted(
                            simplest.trial().number(), NumberText.text(within(order.get(0))))));
    return lines;
  }

  private static double within(Sweep.Outcome best) {
    return best.value() + best.score().orElseThrow().error();
  }

  private static List<String> cells(Sweep.Outcome outcome) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(outcome.trial().number())));
    cells.addAll(outcome.trial().values());
    cells.add(Integer.toString(outcome.epochs()));
    cells.add(EnumWord.of(outcome.ending()));
    cells.add(outcome.ending() == Ending.DIVERGED ? "" : NumberText.text(outcome.value()));
    outcome
        .score()
        .ifPresent(
            score -> {
              boolean diverged = outcome.ending() == Ending.DIVERGED;
              cells.add(diverged ? "" : NumberText.text(score.loss().deviation()));
              cells.add(diverged ? "" : NumberText.text(score.error()));
            });
    return cells;
  }
}
