package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Down by a factor after every few epochs, {@code b factor^floor((e - 1) / every)}.
 *
 * @param every epochs at the same rate
 * @param factor from one rate to the next
 */
record StepDecay(int every, double factor) implements Schedule {
  static StepDecay of(Choice choice) {
    return new StepDecay(
        (int) choice.number("every", 100, Range.COUNT), choice.number("factor", 0.5, Range.SHARE));
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> base * Math.pow(factor, Math.floorDiv(epoch - 1, every));
  }
}
