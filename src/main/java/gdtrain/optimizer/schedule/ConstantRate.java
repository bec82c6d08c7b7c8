package gdtrain.optimizer.schedule;

/** A constant learning rate, {@code b}. */
record ConstantRate() implements Schedule {
  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> base;
  }

  @Override
  public boolean constant() {
    return true;
  }
}
