package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Down by the same factor every epoch, {@code b decay^(e - 1)}.
 *
 * @param decay factor from one epoch to the next
 */
record ExponentialDecay(double decay) implements Schedule {
  static ExponentialDecay of(Choice choice) {
    return new ExponentialDecay(choice.number("decay", 0.99, Range.SHARE));
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> base * Math.pow(decay, epoch - 1);
  }
}
