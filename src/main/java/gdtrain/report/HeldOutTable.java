package gdtrain.report;

import gdtrain.dataset.encoding.Cells;
import gdtrain.metric.ScoredRows;
import gdtrain.run.selection.HeldOut;
import gdtrain.table.Column;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Predictions out of fold as CSV, {@code line,fold,truth,prediction} and, for classes, {@code
 * probability_<class>}: fold by fold, in each the rows in the order of the file. What was predicted
 * by a run that diverged is empty.
 */
public final class HeldOutTable {
  private HeldOutTable() {}

  /** Writes all of it. */
  public static void write(List<HeldOut> folds, PrintStream out) {
    HeldOut first = folds.get(0);
    List<String> header = new ArrayList<>(List.of("line", "fold", "truth"));
    header.addAll(PredictionTable.header(first.target(), first.loss()));
    line(header, out);
    for (HeldOut fold : folds) {
      Column truth = Cells.column(fold.table(), fold.target().name());
      for (int i = 0; i < fold.table().rows(); i++) {
        List<String> cells = new ArrayList<>(header.size());
        cells.add(Long.toString(fold.table().line(i)));
        cells.add(fold.fold());
        cells.add(Cells.label(truth, i));
        int row = i;
        fold.scored().ifPresent(scored -> add(fold, scored, row, cells));
        cells.addAll(Collections.nCopies(header.size() - cells.size(), ""));
        line(cells, out);
      }
    }
  }

  private static void add(HeldOut fold, ScoredRows scored, int row, List<String> cells) {
    if (scored.classes() == 0) {
      cells.add(Double.toString(scored.prediction(row)));
      return;
    }
    cells.add(fold.target().classes().get(scored.called(row)));
    for (int k = 0; scored.probable() && k < scored.classes(); k++) {
      cells.add(Double.toString(scored.score(row, k)));
    }
  }

  private static void line(List<String> cells, PrintStream out) {
    out.append(CsvText.record(cells.toArray())).append('\n');
  }
}
