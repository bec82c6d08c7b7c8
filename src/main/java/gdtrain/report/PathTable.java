package gdtrain.report;

import gdtrain.model.Parameter;
import gdtrain.run.selection.PenaltyPath.Held;
import gdtrain.run.selection.PenaltyPath.Stop;
import java.io.PrintStream;
import java.util.List;

/**
 * A path of penalties as CSV, {@code penalty,output,input,value,scaled_value}: for every penalty,
 * the smallest first, the parameters, and then figures, whose output is empty: {@code loss} of all
 * rows, {@code nonzero}, how many weights are not 0, and, with folds, {@code cv_loss} and {@code
 * cv_se}, the mean loss of rows held out and its standard error.
 */
public final class PathTable {
  private PathTable() {}

  /**
   * Writes it.
   *
   * @param stops from the largest penalty down
   */
  public static void write(List<Stop> stops, PrintStream out) {
    record(out, "penalty", "output", "input", "value", "scaled_value");
    for (int i = stops.size() - 1; i >= 0; i--) {
      Stop stop = stops.get(i);
      for (Parameter p : stop.parameters()) {
        record(out, stop.penalty(), p.output(), p.input(), cell(p.value()), cell(p.scaledValue()));
      }
      figure(out, stop, "loss", cell(stop.loss()));
      figure(out, stop, "nonzero", stop.nonzero());
      for (Held held : stop.held().stream().toList()) {
        figure(out, stop, "cv_loss", cell(held.mean()));
        figure(out, stop, "cv_se", cell(held.error()));
      }
    }
    BrokenPipe.flush(out);
  }

  private static void figure(PrintStream out, Stop stop, String name, Object value) {
    record(out, stop.penalty(), "", name, value, "");
  }

  private static Object cell(double value) {
    return Double.isFinite(value) ? value : "";
  }

  private static void record(PrintStream out, Object... cells) {
    out.append(CsvText.record(cells)).append('\n');
  }
}
