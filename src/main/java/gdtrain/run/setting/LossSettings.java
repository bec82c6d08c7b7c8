package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Transform;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;

/**
 * What is minimised.
 *
 * @param text the name of a loss with its settings, or {@code auto}
 * @param classWeights how much more the rows of a class count
 */
public record LossSettings(String text, ClassWeights classWeights) {
  /** Refuses what no data can make right. */
  public LossSettings {
    if (!Words.isAuto(text)) {
      Losses.CATALOG.choose(text);
    }
  }

  static LossSettings of(SettingValues values) {
    String weights = values.find(Settings.CLASS_WEIGHT).orElse(null);
    return new LossSettings(values.get(Settings.LOSS), ClassWeights.parse(weights));
  }

  /** The loss for a target. */
  public Loss loss(Target target) {
    int classes = target.classes().size();
    return Words.isAuto(text)
        ? Losses.usual(classes > 0, target.outputs())
        : Losses.chosen(text, target.name(), classes);
  }

  /** Refuses to transform a target of which the loss takes the logarithm, or the side. */
  void checkTransform(Transform transform) {
    if (transform != Transform.NONE
        && !Words.isAuto(text)
        && !Losses.CATALOG.choose(text).rawOutput().equals("the number")) {
      throw new InvalidSetting(
          "⟦target-transform⟧ does not go with ⟦loss⟧ %s, which has a link of its own; give mse or another loss of numbers"
              .formatted(text));
    }
  }

  /** Refuses an offset where predictions are no exponentials. */
  void checkOffset(Offset offset) {
    if (Words.isAuto(text) || Losses.CATALOG.choose(text).exposureWeight(1).isEmpty()) {
      throw new InvalidSetting(
          offset.setting()
              + " is for ⟦loss⟧ poisson and gamma, whose prediction is exp(raw); give one of them");
    }
  }

  /** Whether the slope of the loss jumps. */
  public boolean jumps() {
    return !Words.isAuto(text) && Losses.CATALOG.choose(text).jumps();
  }

  /** Whether it can be learned with the target in another unit. */
  public boolean scalable() {
    return Words.isAuto(text) || Losses.CATALOG.choose(text).scaled(1).isPresent();
  }

  /** Whether it may be the mean of squares, of rows that all weigh 1. */
  public boolean maybeSquared() {
    return classWeights.none() && (Words.isAuto(text) || Losses.CATALOG.choose(text).quadratic());
  }

  /** What the best constant prediction is called. */
  public String bestConstant(boolean classes) {
    boolean usual = Words.isAuto(text) && classWeights.none();
    return !usual ? "the best constant" : classes ? "the class frequencies" : "the mean";
  }
}
