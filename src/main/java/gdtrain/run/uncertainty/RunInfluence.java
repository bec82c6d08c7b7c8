package gdtrain.run.uncertainty;

import gdtrain.choice.InvalidSetting;
import gdtrain.insight.LeastSquares;
import gdtrain.insight.inference.InfluentialRow;
import gdtrain.insight.inference.LinearRows;
import gdtrain.loss.Likelihood;
import gdtrain.run.TrainingRun;
import gdtrain.table.BadTable;
import java.util.List;
import java.util.Optional;

/** Which rows the exact minimum of a run hangs on. */
public final class RunInfluence {
  private RunInfluence() {}

  /**
   * All rows that have a weight, the one with the largest influence first.
   *
   * @throws InvalidSetting if the run is no least squares
   * @throws BadTable if these rows do not tell all parameters
   */
  public static List<InfluentialRow> of(TrainingRun run) {
    boolean squares =
        run.loss().likelihood().equals(Optional.of(Likelihood.GAUSSIAN))
            && !run.settings().network().deep()
            && !run.regularisation().active();
    if (!squares) {
      throw new InvalidSetting(
          "⟦influence⟧ is for linear models under mse without ⟦l1⟧ and ⟦l2⟧, of which leverage is known exactly");
    }
    LeastSquares minimum =
        run.landscape()
            .minimum()
            .filter(LeastSquares::unique)
            .orElseThrow(
                () ->
                    new BadTable(
                        "⟦influence⟧: these rows have no one exact minimum that can be calculated: an input follows from the others, or there are more than 200; leave some out with ⟦exclude⟧"));
    LinearRows rows =
        new LinearRows(run.weighedRows(), run.schema().intercept(), minimum.parameters());
    if (run.weighedRows().totalWeight() <= run.network().parameters()) {
      throw new BadTable(
          "⟦influence⟧: there are no more rows than parameters, so that every row is fitted exactly; take more rows or fewer columns");
    }
    return InfluentialRow.of(rows);
  }
}
