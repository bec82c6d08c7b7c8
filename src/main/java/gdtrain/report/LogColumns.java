package gdtrain.report;

import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The columns of a loss log, fixed before its first row: {@code epoch, loss[, objective][,
 * val_loss], grad_norm, lr}.
 *
 * @param objective whether there is a penalty, so that the objective is not the loss
 * @param validation whether there are validation rows
 */
public record LogColumns(boolean objective, boolean validation) {
  /** The names behind {@code epoch}, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("loss"));
    if (objective) {
      names.add("objective");
    }
    if (validation) {
      names.add("val_loss");
    }
    names.addAll(List.of("grad_norm", "lr"));
    return names;
  }

  /**
   * The values behind the epoch's number, in the order of {@link #names}; empty if not measured.
   */
  List<OptionalDouble> values(Epoch epoch) {
    List<OptionalDouble> values = new ArrayList<>(List.of(OptionalDouble.of(epoch.loss())));
    if (objective) {
      values.add(OptionalDouble.of(epoch.objective()));
    }
    if (validation) {
      values.add(epoch.validationLoss());
    }
    values.addAll(List.of(OptionalDouble.of(epoch.gradientNorm()), epoch.learningRate()));
    return values;
  }
}
