package gdtrain.train;

import gdtrain.compute.Matrix;
import gdtrain.compute.Vectors;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.loss.Observations;
import gdtrain.network.Network;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The weighted mean of a loss over the rows of a dataset.
 *
 * <p>The blocks are dealt to a fixed number of {@link BlockShare}s; each adds up its own blocks in
 * order, and their sums are added in order at the end. So the result does not depend on which
 * thread works on which share.
 */
public final class DataObjective implements Objective {
  private static final int MOST_SHARES = 32;

  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final Workers workers;
  private final Matrix point;
  private final double[] part;
  private final List<BlockShare> shares = new ArrayList<>();
  private final List<Runnable> gradientTasks;
  private final List<Runnable> lossTasks;

  /** Prepares every op of a pass over the data. */
  public DataObjective(Network network, Loss loss, Dataset data, Workers workers) {
    this(network, loss, data, workers, List.of());
  }

  private DataObjective(
      Network network, Loss loss, Dataset data, Workers workers, List<double[]> targets) {
    this.network = network;
    this.loss = loss;
    this.data = data;
    this.workers = workers;
    this.point = Matrix.zeros(network.parameters());
    this.part = new double[network.parameters()];
    int count = Math.min(data.blocks(), MOST_SHARES);
    for (int i = 0; i < count; i++) {
      BlockShare.Range range = BlockShare.Range.of(data, targets, i, count);
      shares.add(new BlockShare(network, loss, range, point, 1 / data.totalWeight()));
    }
    this.gradientTasks = shares.stream().map(share -> (Runnable) share::lossAndGradient).toList();
    this.lossTasks = shares.stream().map(share -> (Runnable) share::loss).toList();
  }

  /**
   * The mean of another loss over these rows.
   *
   * @param targets of each block, in the place of its own; they may change between two passes
   */
  DataObjective smoothed(Loss other, List<double[]> targets) {
    return new DataObjective(network, other, data, workers, targets);
  }

  Loss loss() {
    return loss;
  }

  Dataset data() {
    return data;
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  @Override
  public double lossAndGradient(double[] parameters, double[] gradient) {
    moveTo(parameters);
    workers.run(gradientTasks);
    shares.get(0).gradient().read(gradient);
    for (BlockShare share : shares.subList(1, shares.size())) {
      share.gradient().read(part);
      Vectors.add(1, part, gradient);
    }
    return mean();
  }

  private void moveTo(double[] parameters) {
    point.write(parameters);
    point.upload();
  }

  @Override
  public double loss(double[] parameters) {
    moveTo(parameters);
    workers.run(lossTasks);
    return mean();
  }

  private double mean() {
    double sum = 0;
    for (BlockShare share : shares) {
      sum += share.sum();
    }
    return sum / data.totalWeight();
  }

  /** The constant raw output with the lowest loss. */
  public double[] bestConstant() {
    return loss.bestConstant(observations());
  }

  /** The loss of the best constant prediction, which any model should beat. */
  public double baseline() {
    double[] raw = bestConstant();
    workers.run(shares.stream().map(share -> (Runnable) () -> share.constantLoss(raw)).toList());
    return mean();
  }

  private Observations observations() {
    return Observations.of(
        data.outputs(),
        visitor ->
            data.forEachTarget(
                rows -> {
                  for (int i = 0; i < rows.count(); i++) {
                    double weight = rows.weights()[i];
                    if (rows.offsets().length > 0) {
                      double target = rows.targets()[i];
                      Observations.visit(loss, target, weight, rows.offsets()[i], visitor);
                    } else {
                      visitor.visit(rows.targets(), i * data.outputs(), weight);
                    }
                  }
                }));
  }

  /**
   * Hands on the predictions at a point, {@code outputs} numbers a row: numbers, or probabilities.
   *
   * @param visitor takes those of the rows of each block, in order
   */
  public void predict(double[] parameters, Consumer<double[]> visitor) {
    moveTo(parameters);
    shares.forEach(share -> share.predict(visitor));
  }

  /**
   * Weight times dloss/draw of every row at a point, row after row, {@code outputs} numbers each.
   */
  public double[] slopes(double[] parameters) {
    moveTo(parameters);
    DoubleBuffer slopes = DoubleBuffer.allocate(data.rows() * network.outputs());
    shares.forEach(share -> share.slopes(slopes::put));
    return slopes.array();
  }

  /** The loss of every row at a point, regardless of its weight. */
  public double[] losses(double[] parameters) {
    moveTo(parameters);
    DoubleBuffer losses = DoubleBuffer.allocate(data.rows());
    shares.forEach(share -> share.losses(losses::put));
    return losses.array();
  }
}
