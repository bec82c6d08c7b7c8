package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.dataset.Dataset;
import gdtrain.loss.KinkedLoss;
import gdtrain.optimizer.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mean loss of a linear model without its kinks, stage by stage nearer to the loss with them.
 *
 * <pre>
 *   smooth(r) = max over y from low to high of  y r - width / 2 (y - y0)^2        r = raw - kink
 * </pre>
 *
 * <p>y0 is the slope that the row had at the end of the stage before, 0 at first. Up to a constant
 * it is the smooth loss of a kink that is moved by {@code -width y0}. So its minimum comes to that
 * of the loss with kinks though the width stays as it is, and a narrower width only needs fewer
 * stages: the method of multipliers (Rockafellar 1976, "Augmented Lagrangians and applications of
 * the proximal point algorithm in convex programming", Mathematics of Operations Research 1).
 */
public final class SmoothedObjective implements Objective {
  /** Where slopes bound the objective this closely, it is worth proving. */
  private static final double CLOSE = 1e-2;

  private static final int WIDTH = 0;
  private static final int LOWEST = 1;

  private final DataObjective exact;
  private final KinkedLoss loss;
  private final Dataset data;
  private final Penalty penalty;
  private final DualBound dual;
  private final List<double[]> kinks = new ArrayList<>();
  private final double[] state = {0, Double.NEGATIVE_INFINITY};
  private DataObjective stage;
  private double widthOfStage;

  /**
   * The first stage.
   *
   * @param exact of a loss with kinks
   * @param baseline the loss of the best constant prediction
   */
  public SmoothedObjective(DataObjective exact, Regularisation regularisation, double baseline) {
    this.exact = exact;
    this.loss = (KinkedLoss) exact.loss();
    this.data = exact.data();
    this.penalty = regularisation.penalty();
    this.dual = new DualBound(data, loss, penalty);
    for (int block = 0; block < data.blocks(); block++) {
      kinks.add(new double[data.firstRow(block + 1) - data.firstRow(block)]);
    }
    double kink = loss.kink(1);
    double scale = baseline > 0 ? baseline : 1; // all targets are the same
    state[WIDTH] = scale / (loss.high(kink) - loss.low(kink));
    move(new double[data.rows()]);
  }

  private DataObjective stage() {
    if (widthOfStage != state[WIDTH]) { // a new one, or that of a run that was taken up
      widthOfStage = state[WIDTH];
      stage = exact.smoothed(loss.smoothed(widthOfStage), kinks);
    }
    return stage;
  }

  @Override
  public int parameters() {
    return exact.parameters();
  }

  @Override
  public double lossAndGradient(double[] parameters, double[] gradient) {
    return stage().lossAndGradient(parameters, gradient);
  }

  @Override
  public double loss(double[] parameters) {
    return stage().loss(parameters);
  }

  /**
   * How far the mean loss with kinks is above that of the slopes here, {@code mean (loss - y r)}.
   *
   * @param here measured
   */
  double leftOut(Point here) {
    double[] parameters = here.parameters();
    double[] slopes = stage().slopes(parameters);
    double[] kinkSum = {0};
    forEach((row, target, weight) -> kinkSum[0] += slopes[row] * loss.kink(target));
    double rawSum = Vectors.dot(parameters, here.gradient()) - penalty.squares(parameters);
    return exact.loss(parameters) - (rawSum - kinkSum[0] / data.totalWeight());
  }

  /**
   * Begins the next stage, around the slopes of a point.
   *
   * @param factor of the width
   */
  void advance(double[] parameters, double factor) {
    double[] slopes = stage().slopes(parameters);
    state[WIDTH] *= factor;
    move(slopes);
  }

  /**
   * Moves the kinks.
   *
   * @param slopes weight times slope of every row
   */
  private void move(double[] slopes) {
    int[] block = {0};
    forEach(
        (row, target, weight) -> {
          block[0] += row == data.firstRow(block[0] + 1) ? 1 : 0;
          double slope = weight > 0 ? slopes[row] / weight : 0;
          double moved = loss.kink(target) - state[WIDTH] * slope;
          kinks.get(block[0])[row - data.firstRow(block[0])] = moved;
        });
  }

  /** Takes a row. */
  private interface Visitor {
    void visit(int row, double target, double weight);
  }

  private void forEach(Visitor visitor) {
    int[] row = {0};
    data.forEachTarget(
        rows -> {
          for (int i = 0; i < rows.count(); i++) {
            visitor.visit(row[0]++, rows.targets()[i], rows.weights()[i]);
          }
        });
  }

  /** Bounds the objective with kinks by the slopes at a point; the best bound so far is kept. */
  void bound(double[] parameters) {
    double[] slopes = stage().slopes(parameters);
    double height = exact.loss(parameters) + penalty.value(parameters);
    if (height - dual.value(slopes) <= CLOSE * height) {
      state[LOWEST] = Math.max(state[LOWEST], dual.lowest(slopes));
    }
  }

  /** What the objective with kinks is nowhere below; minus infinity if that is not known. */
  double lowest() {
    return state[LOWEST];
  }

  /** The arrays of its state, not copies. */
  List<double[]> memory() {
    return Stream.concat(kinks.stream(), Stream.of(state)).toList();
  }
}
