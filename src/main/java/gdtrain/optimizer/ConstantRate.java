package gdtrain.optimizer;

import java.util.List;

/** The same learning rate always. */
record ConstantRate() implements Schedule {
  @Override
  public LearningRates start(double base, int epochs) {
    return new LearningRates() {
      @Override
      public double at(int epoch, double height) {
        return base;
      }

      @Override
      public List<double[]> memory() {
        return List.of();
      }
    };
  }
}
