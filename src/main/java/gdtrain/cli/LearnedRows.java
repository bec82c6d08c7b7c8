package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.insight.Triangle;
import gdtrain.loss.Loss;
import gdtrain.train.DataObjective;
import gdtrain.train.Factor;
import java.util.Optional;

/**
 * The rows that are learned from: all of them, and the few that are descended on in their place
 * where they are compressed. Descent, the curvature and the exact minimum then share one factor.
 */
final class LearnedRows {
  private final Dataset all;
  private final DataObjective objective;
  private final Optional<Factor> factor;
  private final Dataset descended;
  private final DataObjective descent;
  private final Lazy<Optional<Triangle>> triangle;

  /**
   * Compresses the rows where that pays.
   *
   * @param learned the loss on targets as they are learned
   * @param all the rows, weighted by class, too
   */
  LearnedRows(Settled settled, Loss learned, Dataset all, Workers workers) {
    boolean compresses = settled.compresses(learned);
    boolean intercept = settled.network().intercepts();
    this.all = all;
    this.objective = new DataObjective(settled.network(), learned, all, workers);
    this.factor = compresses ? Optional.of(Factor.of(all, intercept, workers)) : Optional.empty();
    this.descended = factor.map(Factor::rows).orElse(all);
    this.descent =
        compresses ? new DataObjective(settled.network(), learned, descended, workers) : objective;
    this.triangle =
        new Lazy<>(() -> factor.map(Triangle::of).or(() -> Triangle.of(all, intercept, workers)));
  }

  /** All rows. */
  Dataset all() {
    return all;
  }

  /** The mean loss of all rows, and their predictions. */
  DataObjective objective() {
    return objective;
  }

  /** The loss of the best constant prediction on all rows. */
  double baseline() {
    return factor.map(Factor::targetVariance).orElseGet(objective::baseline);
  }

  /** Whether others are descended on, which have the same loss everywhere. */
  boolean compressed() {
    return factor.isPresent();
  }

  /** The rows that are descended on. */
  Dataset descended() {
    return descended;
  }

  /** Their mean loss. */
  DataObjective descent() {
    return descent;
  }

  /** All rows as a triangle, of a linear model; empty where that would take long. */
  Optional<Triangle> triangle() {
    return triangle.get();
  }
}
