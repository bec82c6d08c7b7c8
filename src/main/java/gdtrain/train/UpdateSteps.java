package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.optimizer.ObjectiveFunction;
import gdtrain.optimizer.Point;
import gdtrain.optimizer.Updates;
import gdtrain.optimizer.schedule.LearningRates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** An epoch of updates: one with the gradient of all rows, or one for every batch. */
final class UpdateSteps implements EpochStep {
  private final ObjectiveFunction terrain;
  private final Penalty penalty;
  private final Optional<Batches> batches;
  private final Updates updates;
  private final LearningRates rates;
  private final OptionalDouble clipNorm;
  private final double[] gradient;

  /**
   * @param batches absent where each epoch takes one step with the gradient of all rows
   * @param epochs that the run has at most
   */
  UpdateSteps(
      Method.Updating method,
      ObjectiveFunction terrain,
      Penalty penalty,
      Optional<Batches> batches,
      int epochs) {
    this.terrain = terrain;
    this.penalty = penalty;
    this.batches = batches;
    double[] weights = penalty.weights();
    this.updates = method.rule().updatesFor(weights);
    this.rates = method.schedule().start(method.learningRate(), epochs);
    this.clipNorm = method.clipNorm();
    this.gradient = new double[weights.length];
  }

  @Override
  public OptionalDouble go(int number, Point here, Point there, double height) {
    double rate = rates.at(number, height);
    Vectors.copy(here.parameters(), there.parameters());
    if (batches.isEmpty()) {
      Vectors.copy(here.gradient(), gradient);
      step(there.parameters(), rate);
    } else {
      steps(batches.get(), number, there.parameters(), rate);
    }
    terrain.measure(there);
    return OptionalDouble.of(rate);
  }

  private void steps(Batches rows, int number, double[] parameters, double rate) {
    rows.shuffle(number);
    for (int batch = 0; batch < rows.count(); batch++) {
      rows.gradient(batch, parameters, gradient);
      penalty.addGradient(parameters, gradient);
      step(parameters, rate);
    }
  }

  private void step(double[] parameters, double rate) {
    double kept = Math.min(1, clipNorm.orElse(Double.POSITIVE_INFINITY) / Vectors.norm(gradient));
    if (kept < 1) {
      Vectors.scale(kept, gradient);
    }
    updates.step(parameters, gradient, rate);
    penalty.shrink(parameters, rate * kept); // a shorter gradient is a shorter step
  }

  @Override
  public List<double[]> memory() {
    return Stream.concat(updates.memory().stream(), rates.memory().stream()).toList();
  }
}
