package gdtrain.train;

import gdtrain.compute.Matrix;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.RowPicker;
import gdtrain.dataset.preparation.Split;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import java.util.List;
import java.util.random.RandomGenerator;

/** Batches that are picked out of a dataset's blocks into one buffer. */
public final class DataBatches implements Batches {
  private final Network network;
  private final Loss loss;
  private final Seed seed;
  private final Matrix point;
  private final int size;
  private final Buffer full;
  private final Buffer rest;
  private int[] order;
  private RandomGenerator random;

  /** A batch of some size, and how its rows get there. */
  private record Buffer(BlockShare share, RowPicker rows) {}

  /**
   * Prepares every op of a step.
   *
   * @param size rows of a batch, at least 1; the last batch of an epoch may have fewer
   */
  public DataBatches(Network network, Loss loss, Dataset data, int size, Seed seed) {
    this.network = network;
    this.loss = loss;
    this.seed = seed;
    this.point = Matrix.zeros(network.parameters());
    this.order = new int[data.rows()];
    this.size = Math.min(size, data.rows());
    double meanWeight = data.totalWeight() / data.rows();
    this.full = buffer(this.size, meanWeight, data);
    int left = data.rows() % this.size;
    this.rest = left == 0 ? full : buffer(left, meanWeight, data);
  }

  private Buffer buffer(int rows, double meanWeight, Dataset data) {
    Block block = Block.empty(rows, data);
    double scale = 1 / (meanWeight * rows);
    BlockShare.Range alone =
        BlockShare.Range.of(new BlockList(List.of(block), rows), List.of(), 0, 1);
    return new Buffer(new BlockShare(network, loss, alone, point, scale), data.picker(block));
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
    buffer.rows.copy(order, from);
    point.write(parameters);
    point.upload();
    buffer.share.drop(random);
    buffer.share.lossAndGradient();
    buffer.share.gradient().read(gradient);
  }
}
