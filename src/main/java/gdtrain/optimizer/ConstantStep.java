package gdtrain.optimizer;

import java.util.OptionalDouble;

/**
 * The same length always: plain gradient descent.
 *
 * @param learningRate more than 0
 */
public record ConstantStep(double learningRate) implements StepRule {
  /** Checks the length. */
  public ConstantStep {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "--lr must be a number above 0, or auto, not " + learningRate);
    }
  }

  @Override
  public String description() {
    return "constant " + learningRate;
  }

  @Override
  public Steps start() {
    return new Steps() {
      @Override
      public double first() {
        return learningRate;
      }

      @Override
      public OptionalDouble retry(Trial trial) {
        return OptionalDouble.empty();
      }

      @Override
      public double next(Trial accepted) {
        return learningRate;
      }
    };
  }
}
