package gdtrain.run.uncertainty;

import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.model.Model;
import gdtrain.run.RunRecord;
import java.util.Optional;

/** The calibration that a model has kept. */
public final class StoredErrors {
  private StoredErrors() {}

  /**
   * Reads it, if there is one.
   *
   * @throws gdtrain.model.BadModel if it is at fault
   */
  public static Optional<HeldOutErrors> of(Model model) {
    return Stored.read(
        model,
        RunRecord.CALIBRATION,
        part -> new HeldOutErrors((int) part.number("rows"), part.numbers("residuals")));
  }
}
