package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weighted mean of a loss over the rows of a dataset.
 *
 * <p>The blocks are dealt to a fixed number of {@link Lane}s; every lane adds up its own blocks in
 * order, and the lanes are added in order at the end. Threads only decide who does a lane, so that
 * the sums do not depend on them.
 */
public final class DataObjective implements Objective {
  private static final int MOST_LANES = 32;

  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final Workers workers;
  private final INDArray point;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Runnable> gradientTasks;
  private final List<Runnable> lossTasks;

  /** Prepares every op of a pass over the data. */
  public DataObjective(Network network, Loss loss, Dataset data, Workers workers) {
    this.network = network;
    this.loss = loss;
    this.data = data;
    this.workers = workers;
    this.point = Vectors.zeros(network.parameters());
    int blocks = data.blocks().size();
    int count = Math.min(blocks, MOST_LANES);
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) blocks * i / count);
      int to = (int) ((long) blocks * (i + 1) / count);
      lanes.add(
          new Lane(network, loss, data.blocks().subList(from, to), point, 1 / data.totalWeight()));
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
    Vectors.write(parameters, point);
    workers.run(gradientTasks);
    INDArray sum = lanes.get(0).gradient();
    for (Lane lane : lanes.subList(1, lanes.size())) {
      Vectors.add(1, lane.gradient(), sum);
    }
    Vectors.read(sum, gradient);
    return mean();
  }

  @Override
  public double loss(double[] parameters) {
    Vectors.write(parameters, point);
    workers.run(lossTasks);
    return mean();
  }

  private double mean() {
    double sum = 0;
    for (Lane lane : lanes) {
      sum += lane.sum();
    }
    return sum / data.totalWeight();
  }

  /** The loss of the best constant prediction, which any model should beat. */
  public double baseline() {
    double[] raw = loss.bestConstant(data.targets(), data.weights());
    workers.run(lanes.stream().map(lane -> (Runnable) () -> lane.constantLoss(raw)).toList());
    return mean();
  }

  /**
   * The predictions at a point, row after row, {@code outputs} numbers each: numbers, or
   * probabilities.
   */
  public double[] predictions(double[] parameters) {
    return collect(parameters, Lane::predict);
  }

  /**
   * Weight times dloss/draw of every row at a point, row after row, {@code outputs} numbers each.
   */
  public double[] slopes(double[] parameters) {
    return collect(parameters, Lane::slopes);
  }

  /** What a lane writes for each of its rows. */
  private interface Writer {
    int write(Lane lane, double[] numbers, int from);
  }

  private double[] collect(double[] parameters, Writer writer) {
    Vectors.write(parameters, point);
    double[] numbers = new double[data.rows() * network.outputs()];
    int at = 0;
    for (Lane lane : lanes) {
      at = writer.write(lane, numbers, at);
    }
    return numbers;
  }
}
