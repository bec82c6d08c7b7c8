package gdtrain.run.uncertainty;

import gdtrain.insight.inference.Calibration;
import gdtrain.model.Model;
import gdtrain.run.RunRecord;
import java.util.Optional;

/** The calibration that a model has kept. */
public final class StoredCalibration {
  private StoredCalibration() {}

  /**
   * Reads it, if there is one.
   *
   * @throws gdtrain.model.BadModel if it is at fault
   */
  public static Optional<Calibration> of(Model model) {
    return Stored.read(
        model,
        RunRecord.CALIBRATION,
        part -> new Calibration((int) part.number("rows"), part.numbers("residuals")));
  }
}
