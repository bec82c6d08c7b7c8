package gdtrain.run;

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
public final class LearnedRows {
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
  LearnedRows(ResolvedSettings resolved, Loss learned, Dataset all, Workers workers) {
    boolean compresses = resolved.compresses(learned);
    boolean intercept = resolved.network().intercepts();
    this.all = all;
    this.objective = new DataObjective(resolved.network(), learned, all, workers);
    this.factor = compresses ? Optional.of(Factor.of(all, intercept, workers)) : Optional.empty();
    this.descended = factor.map(Factor::rows).orElse(all);
    this.descent =
        compresses ? new DataObjective(resolved.network(), learned, descended, workers) : objective;
    this.triangle =
        new Lazy<>(() -> factor.map(Triangle::of).or(() -> Triangle.of(all, intercept, workers)));
  }

  /** All rows. */
  public Dataset all() {
    return all;
  }

  /** The mean loss of all rows, and their predictions. */
  public DataObjective objective() {
    return objective;
  }

  /** The loss of the best constant prediction on all rows. */
  public double baseline() {
    return factor.map(Factor::targetVariance).orElseGet(objective::baseline);
  }

  /** Whether others are descended on, which have the same loss everywhere. */
  public boolean compressed() {
    return factor.isPresent();
  }

  /** The rows that are descended on. */
  public Dataset descended() {
    return descended;
  }

  /** Their mean loss. */
  public DataObjective descent() {
    return descent;
  }

  /** All rows as a triangle, of a linear model; empty where that would take long. */
  public Optional<Triangle> triangle() {
    return triangle.get();
  }
}
