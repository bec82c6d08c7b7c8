package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Down as one over the epoch, {@code b / (1 + decay (e - 1))}: slowly enough for stochastic descent
 * to arrive, Robbins and Monro 1951.
 *
 * @param decay 1 / decay epochs halve the rate
 */
record InverseDecay(double decay) implements Schedule {
  static InverseDecay of(Choice choice) {
    return new InverseDecay(choice.number("decay", 0.01, Range.NOT_NEGATIVE));
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> base / (1 + decay * (epoch - 1));
  }
}
