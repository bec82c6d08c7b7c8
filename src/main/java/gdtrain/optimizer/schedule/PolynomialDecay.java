package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Down to a share of the base rate by a power of what is left, {@code b (end + (1 - end) (1 -
 * p)^power)}: b in the first epoch, towards {@code b end} in the last.
 *
 * @param power 1 for a straight line
 * @param end share of the base rate that the run ends towards
 */
record PolynomialDecay(double power, double end) implements Schedule {
  static PolynomialDecay of(Choice choice) {
    return new PolynomialDecay(
        choice.number("power", 1, Range.POSITIVE), choice.number("end", 0, Range.BELOW_ONE));
  }

  @Override
  public boolean paced() {
    return true;
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> {
      double left = Math.pow(1 - Schedule.progress(epoch, epochs), power);
      return base * (end + (1 - end) * left);
    };
  }
}
