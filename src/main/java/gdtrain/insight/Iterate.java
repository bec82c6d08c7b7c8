package gdtrain.insight;

import gdtrain.train.Epoch;
import java.util.List;

/**
 * Where a run stands after an epoch.
 *
 * @param epoch that ended there, heights in the unit of the target's column
 * @param parameters flat
 */
public record Iterate(Epoch epoch, List<Double> parameters) {
  /** Copies the parameters. */
  public Iterate {
    parameters = List.copyOf(parameters);
  }

  double[] flat() {
    return parameters.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
