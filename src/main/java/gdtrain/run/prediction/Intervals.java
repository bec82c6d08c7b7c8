package gdtrain.run.prediction;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Range;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.insight.inference.Distribution;
import gdtrain.insight.inference.HeldOutErrors;
import gdtrain.insight.inference.Information;
import gdtrain.loss.Likelihood;
import gdtrain.model.BadModel;
import gdtrain.model.Model;
import gdtrain.run.uncertainty.FitInference;
import gdtrain.run.uncertainty.InferenceSettings;
import gdtrain.run.uncertainty.StoredErrors;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The columns {@code lower} and {@code upper}: a row's true number lies between them with some
 * probability, if the row is like those the model knows.
 */
public final class Intervals implements RowColumns {
  /** How far the ends are from the prediction of a row. */
  @FunctionalInterface
  private interface Reach {
    double at(double[] inputs);
  }

  private final Reach reach;
  private final Target target;
  private final boolean cut;
  private final String description;

  private Intervals(Reach reach, Target target, boolean cut, String description) {
    this.reach = reach;
    this.target = target;
    this.cut = cut;
    this.description = description;
  }

  /**
   * Those of a model: exact ones of least squares whose run has inferred, by Student's t; else as
   * wide as rows that were not learned from ask for.
   *
   * @param file of the model, for the error
   * @throws InvalidSetting if the model has none, or none of this level
   */
  public static Intervals of(Model model, String file, double level) {
    InferenceSettings.checkLevel("⟦interval⟧", level);
    if (!model.schema().target().classes().isEmpty()) {
      throw new InvalidSetting(
          "⟦interval⟧ is for numbers: %s predicts classes, whose probabilities say how sure they are"
              .formatted(file));
    }
    Optional<FitInference> inference =
        FitInference.of(model).filter(i -> i.inference().likelihood() == Likelihood.GAUSSIAN);
    if (inference.isPresent()) {
      return exact(inference.get(), model.schema(), level);
    }
    HeldOutErrors calibration =
        StoredErrors.of(model)
            .orElseThrow(
                () ->
                    new BadModel(
                        "%s has nothing that tells how far off it is; fit with ⟦validation⟧ or ⟦calibrate⟧ keeps it, and of a linear model under mse ⟦inference⟧ does"
                            .formatted(file),
                        null));
    return conformal(model, calibration, level);
  }

  /**
   * {@code t sd sqrt(1 + x' (X'X)^-1 x)}: the spread of rows about the truth, and that of the
   * prediction.
   */
  private static Intervals exact(FitInference inference, Schema schema, double level) {
    double deviation = inference.inference().figures().get("residual_sd");
    double freedom = inference.inference().figures().get("df_residual");
    double quantile = Distribution.quantile(level, freedom);
    Information information = inference.information();
    return new Intervals(
        inputs ->
            quantile * deviation * Math.sqrt(1 + information.leverage(inputs, schema.intercept())),
        schema.target(),
        false,
        "exact, by Student's t with %s degrees of freedom".formatted(Math.round(freedom)));
  }

  private static Intervals conformal(Model model, HeldOutErrors calibration, double level) {
    double reach =
        calibration
            .reach(level)
            .orElseThrow(
                () ->
                    new InvalidSetting(
                        "⟦interval⟧ %s is more than the %,d rows that calibrate the model can tell: at most %.4g"
                            .formatted(level, calibration.rows(), calibration.highest())));
    return new Intervals(
        inputs -> reach,
        model.schema().target(),
        model.loss().targets().range() != Range.FINITE,
        "by the residuals of %,d rows".formatted(calibration.rows()));
  }

  /** How they came about, in words. */
  public String description() {
    return description;
  }

  @Override
  public List<String> names() {
    return List.of("lower", "upper");
  }

  @Override
  public void add(double[] inputs, double prediction, DoubleConsumer numbers) {
    double own = reach.at(inputs);
    double lower = prediction - own;
    numbers.accept(target.original(cut ? Math.max(0, lower) : lower)); // no target is below 0
    numbers.accept(target.original(prediction + own));
  }
}
