package gdtrain.train;

import gdtrain.compute.NdArrays;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.loss.Observations;
import gdtrain.network.Network;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weighted mean of a loss over the rows of a dataset.
 *
 * <p>The blocks are dealt to a fixed number of {@link BlockShare}s; every lane adds up its own
 * blocks in order, and the lanes are added in order at the end. Threads only decide who does a
 * lane, so that the sums do not depend on them.
 */
public final class DataObjective implements Objective {
  private static final int MOST_LANES = 32;

  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final Workers workers;
  private final INDArray point;
  private final List<BlockShare> lanes = new ArrayList<>();
  private final List<Runnable> gradientTasks;
  private final List<Runnable> lossTasks;

  /** Prepares every op of a pass over the data. */
  public DataObjective(Network network, Loss loss, Dataset data, Workers workers) {
    this.network = network;
    this.loss = loss;
    this.data = data;
    this.workers = workers;
    this.point = NdArrays.zeros(network.parameters());
    int count = Math.min(data.blocks(), MOST_LANES);
    for (int i = 0; i < count; i++) {
      BlockShare.Share share = BlockShare.Share.of(data, i, count);
      lanes.add(new BlockShare(network, loss, share, point, 1 / data.totalWeight()));
    }
    this.gradientTasks = lanes.stream().map(lane -> (Runnable) lane::lossAndGradient).toList();
    this.lossTasks = lanes.stream().map(lane -> (Runnable) lane::loss).toList();
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  @Override
  public double lossAndGradient(double[] parameters, double[] gradient) {
    NdArrays.write(parameters, point);
    workers.run(gradientTasks);
    INDArray sum = lanes.get(0).gradient();
    for (BlockShare lane : lanes.subList(1, lanes.size())) {
      NdArrays.add(1, lane.gradient(), sum);
    }
    NdArrays.read(sum, gradient);
    return mean();
  }

  @Override
  public double loss(double[] parameters) {
    NdArrays.write(parameters, point);
    workers.run(lossTasks);
    return mean();
  }

  private double mean() {
    double sum = 0;
    for (BlockShare lane : lanes) {
      sum += lane.sum();
    }
    return sum / data.totalWeight();
  }

  /** The loss of the best constant prediction, which any model should beat. */
  public double baseline() {
    double[] raw = loss.bestConstant(observations());
    workers.run(lanes.stream().map(lane -> (Runnable) () -> lane.constantLoss(raw)).toList());
    return mean();
  }

  private Observations observations() {
    return Observations.of(
        data.outputs(),
        visitor ->
            data.forEachTarget(
                rows -> {
                  for (int i = 0; i < rows.count(); i++) {
                    visitor.visit(rows.targets(), i * data.outputs(), rows.weights()[i]);
                  }
                }));
  }

  /**
   * Hands on the predictions at a point, {@code outputs} numbers a row: numbers, or probabilities.
   *
   * @param visitor takes those of the rows of each block, in order
   */
  public void predict(double[] parameters, Consumer<double[]> visitor) {
    NdArrays.write(parameters, point);
    lanes.forEach(lane -> lane.predict(visitor));
  }

  /**
   * Weight times dloss/draw of every row at a point, row after row, {@code outputs} numbers each.
   */
  public double[] slopes(double[] parameters) {
    NdArrays.write(parameters, point);
    DoubleBuffer slopes = DoubleBuffer.allocate(data.rows() * network.outputs());
    lanes.forEach(lane -> lane.slopes(slopes::put));
    return slopes.array();
  }
}
