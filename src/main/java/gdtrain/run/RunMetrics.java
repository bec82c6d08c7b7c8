package gdtrain.run;

import gdtrain.metric.Metrics;
import java.util.Optional;
import java.util.function.Supplier;

/** How good the kept parameters of a training run are; measured when it is first asked for. */
public final class RunMetrics {
  private final Lazy<Metrics> training;
  private final Optional<Lazy<Metrics>> validation;
  private final Optional<Lazy<Metrics>> test;

  /**
   * @param training measures the rows learned from
   * @param validation those watched, if there are any
   * @param test those that only this measures, if there are any
   */
  RunMetrics(
      Supplier<Metrics> training,
      Optional<? extends Supplier<Metrics>> validation,
      Optional<? extends Supplier<Metrics>> test) {
    this.training = new Lazy<>(training);
    this.validation = validation.map(Lazy::new);
    this.test = test.map(Lazy::new);
  }

  public Metrics training() {
    return training.get();
  }

  public Optional<Metrics> validation() {
    return validation.map(Lazy::get);
  }

  public Optional<Metrics> test() {
    return test.map(Lazy::get);
  }
}
