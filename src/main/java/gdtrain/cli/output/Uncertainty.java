package gdtrain.cli.output;

import gdtrain.insight.inference.Calibration;
import gdtrain.run.uncertainty.RunInference;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be told of how sure a run is.
 *
 * @param inference about its parameters, if that is wanted
 * @param calibration of its predictions, if that is wanted besides that of validation rows
 */
public record Uncertainty(
    Optional<RunInference> inference, Optional<Supplier<Calibration>> calibration) {
  /** Whether nothing is to be told. */
  boolean isNone() {
    return inference.isEmpty() && calibration.isEmpty();
  }
}
