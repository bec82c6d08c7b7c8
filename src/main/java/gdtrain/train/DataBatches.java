package gdtrain.train;

import gdtrain.compute.Numbers;
import gdtrain.compute.RowGather;
import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Split;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batches that are picked out of a dataset's blocks into one buffer. */
public final class DataBatches implements Batches {
  private final Network network;
  private final Loss loss;
  private final Seed seed;
  private final RowGather inputs;
  private final RowGather targets;
  private final RowGather weights;
  private final INDArray point;
  private final int size;
  private final Buffer full;
  private final Buffer rest;
  private int[] order;
  private RandomGenerator random;

  /** The arrays of a batch of some size. */
  private record Buffer(Lane lane, int rows, Numbers inputs, Numbers targets, Numbers weights) {}

  /**
   * Prepares every op of a step.
   *
   * @param size rows of a batch, at least 1; the last batch of an epoch may have fewer
   */
  public DataBatches(Network network, Loss loss, Dataset data, int size, Seed seed) {
    this.network = network;
    this.loss = loss;
    this.seed = seed;
    this.inputs = new RowGather(data.blocks().stream().map(Block::inputs).toList());
    this.targets = new RowGather(data.blocks().stream().map(Block::targets).toList());
    this.weights = new RowGather(data.blocks().stream().map(Block::weights).toList());
    this.point = Vectors.zeros(network.parameters());
    this.order = new int[data.rows()];
    this.size = Math.min(size, data.rows());
    double meanWeight = data.totalWeight() / data.rows();
    this.full = buffer(this.size, meanWeight, data);
    int left = data.rows() % this.size;
    this.rest = left == 0 ? full : buffer(left, meanWeight, data);
  }

  private Buffer buffer(int rows, double meanWeight, Dataset data) {
    Block like = data.blocks().get(0);
    Block block =
        new Block(
            Vectors.zeros(rows, like.inputs().columns()),
            Vectors.zeros(rows, like.targets().columns()),
            Vectors.zeros(rows, 1));
    Lane lane = new Lane(network, loss, List.of(block), point, 1 / (meanWeight * rows));
    return new Buffer(
        lane,
        rows,
        new Numbers(block.inputs()),
        new Numbers(block.targets()),
        new Numbers(block.weights()));
  }

  @Override
  public int count() {
    return (order.length + size - 1) / size;
  }

  @Override
  public void shuffle(int epoch) {
    random = seed.generator(epoch);
    order = Split.shuffled(order.length, random);
  }

  @Override
  public void gradient(int batch, double[] parameters, double[] gradient) {
    int from = batch * size;
    Buffer buffer = order.length - from < size ? rest : full;
    inputs.copy(order, from, buffer.rows, buffer.inputs);
    targets.copy(order, from, buffer.rows, buffer.targets);
    weights.copy(order, from, buffer.rows, buffer.weights);
    Vectors.write(parameters, point);
    buffer.lane.drop(random);
    buffer.lane.lossAndGradient();
    Vectors.read(buffer.lane.gradient(), gradient);
  }
}
