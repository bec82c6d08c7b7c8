package gdtrain.cli;

import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;

/**
 * What is minimised.
 *
 * @param text the name of a loss with its settings, or {@code auto}
 * @param classWeights how much more the rows of a class count
 */
record LossPlan(String text, ClassWeights classWeights) {
  /** Refuses what no data can make right. */
  LossPlan {
    if (!Automatic.is(text)) {
      Losses.CATALOG.choose(text);
    }
  }

  /** The loss for a target. */
  Loss loss(Target target) {
    int classes = target.classes().size();
    return Automatic.is(text)
        ? Losses.usual(classes > 0, target.outputs())
        : Losses.chosen(text, target.name(), classes);
  }

  /** Whether the slope of the loss jumps. */
  boolean jumps() {
    return !Automatic.is(text) && Losses.CATALOG.choose(text).jumps();
  }

  /** Whether it can be learned with the target in another unit. */
  boolean scalable() {
    return Automatic.is(text) || Losses.CATALOG.choose(text).scaled(1).isPresent();
  }

  /** Whether it may be the mean of squares, of rows that all weigh 1. */
  boolean maybeSquared() {
    return classWeights.none() && (Automatic.is(text) || Losses.CATALOG.choose(text).quadratic());
  }

  /** What the best constant prediction is called. */
  String bestConstant(boolean classes) {
    boolean usual = Automatic.is(text) && classWeights.none();
    return !usual ? "the best constant" : classes ? "the class frequencies" : "the mean";
  }
}
