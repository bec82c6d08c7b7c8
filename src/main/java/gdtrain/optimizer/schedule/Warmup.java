package gdtrain.optimizer.schedule;

import java.util.List;

/**
 * A straight way up before another schedule, {@code b e / (n + 1)} in epochs 1 to n; epoch n + 1 is
 * the other's first, and it has n epochs less. Heights before that are not shown to it.
 *
 * @param schedule what follows
 * @param length epochs of warm-up, n
 */
record Warmup(Schedule schedule, int length) implements Schedule {
  @Override
  public boolean paced() {
    return schedule.paced();
  }

  @Override
  public boolean constant() {
    return length == 0 && schedule.constant();
  }

  @Override
  public LearningRates start(double base, int epochs) {
    LearningRates rates = schedule.start(base, epochs - length);
    return new LearningRates() {
      @Override
      public double at(int epoch, double height) {
        return epoch <= length ? base * epoch / (length + 1.0) : rates.at(epoch - length, height);
      }

      @Override
      public List<double[]> memory() {
        return rates.memory();
      }
    };
  }
}
