package gdtrain.cli;

import gdtrain.dataset.ClassWeights;
import gdtrain.dataset.Target;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import java.util.Iterator;

/**
 * What is minimised.
 *
 * @param text the name of a loss with its settings, or {@code auto}
 * @param classWeights how much more the rows of a class count
 */
record LossPlan(String text, ClassWeights classWeights) {
  /** The usual loss for the target. */
  static final String AUTOMATIC = "auto";

  /** Refuses what no data can make right. */
  LossPlan {
    if (!text.equals(AUTOMATIC)) {
      Losses.CATALOG.choose(text);
    }
  }

  /** The loss for a target. */
  Loss loss(Target target) {
    int classes = target.classes().size();
    return text.equals(AUTOMATIC)
        ? Losses.usual(classes > 0, target.outputs())
        : Losses.chosen(text, target.name(), classes);
  }

  /** Whether the slope of the loss jumps. */
  boolean jumps() {
    return !text.equals(AUTOMATIC) && Losses.CATALOG.choose(text).jumps();
  }

  /** Whether it can be learned with the target in another unit. */
  boolean scalable() {
    return text.equals(AUTOMATIC) || Losses.CATALOG.choose(text).scaled(1).isPresent();
  }

  /** What the best constant prediction is called. */
  String bestConstant(boolean classes) {
    boolean usual = text.equals(AUTOMATIC) && classWeights.none();
    return !usual ? "the best constant" : classes ? "the class frequencies" : "the mean";
  }

  /** The losses that help lists, with the defaults of their settings. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Losses.CATALOG.complete().iterator();
    }
  }
}
