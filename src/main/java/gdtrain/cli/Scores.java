package gdtrain.cli;

import gdtrain.metric.Score;
import java.util.Optional;
import java.util.function.Supplier;

/** How good the kept parameters of a training run are; measured when it is first asked for. */
final class Scores {
  private final Lazy<Score> training;
  private final Optional<Lazy<Score>> validation;
  private final Optional<Lazy<Score>> test;

  /**
   * @param training measures the rows learned from
   * @param validation those watched, if there are any
   * @param test those that only this measures, if there are any
   */
  Scores(
      Supplier<Score> training,
      Optional<? extends Supplier<Score>> validation,
      Optional<? extends Supplier<Score>> test) {
    this.training = new Lazy<>(training);
    this.validation = validation.map(Lazy::new);
    this.test = test.map(Lazy::new);
  }

  Score training() {
    return training.get();
  }

  Optional<Score> validation() {
    return validation.map(Lazy::get);
  }

  Optional<Score> test() {
    return test.map(Lazy::get);
  }
}
