package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import gdtrain.network.Pass;
import gdtrain.train.LaneBuffers.Work;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Consecutive blocks that are added up by one thread at a time, with the buffers for that. */
final class Lane {
  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final int from;
  private final int to;
  private final INDArray point;
  private final double scale;
  private final INDArray gradient;
  private final List<LaneBuffers> buffers = new ArrayList<>();

  /** What is prepared for each array of inputs that a reader gives. */
  private final IdentityHashMap<INDArray, Work> prepared = new IdentityHashMap<>();

  private double sum;

  /** The blocks of a lane, of all there are. */
  record Share(Dataset data, int from, int to) {
    static Share of(Dataset data, int lane, int lanes) {
      return new Share(data, bound(data, lane, lanes), bound(data, lane + 1, lanes));
    }

    private static int bound(Dataset data, int lane, int lanes) {
      return (int) ((long) data.blocks() * lane / lanes);
    }
  }

  /**
   * @param point the parameters' buffer, shared by all lanes
   * @param scale factor of the gradient, 1 / total weight
   */
  Lane(Network network, Loss loss, Share share, INDArray point, double scale) {
    this.network = network;
    this.loss = loss;
    this.data = share.data();
    this.from = share.from();
    this.to = share.to();
    this.point = point;
    this.scale = scale;
    this.gradient = Vectors.zeros(network.parameters());
  }

  private Work work(Block block) {
    Work known = prepared.get(block.inputs());
    if (known != null) {
      return known;
    }
    Work work = buffersFor(block).over(block);
    prepared.put(block.inputs(), work);
    return work;
  }

  private LaneBuffers buffersFor(Block block) {
    for (LaneBuffers each : buffers) {
      if (each.fit(block)) {
        return each;
      }
    }
    boolean adds = to - from > 1;
    Pass pass = network.pass(block.inputs(), point).withGradient(scale, adds, gradient);
    LaneBuffers added = new LaneBuffers(pass, loss, block.rows());
    buffers.add(added);
    return added;
  }

  void lossAndGradient() {
    sum = 0;
    if (to - from > 1) {
      Vectors.clear(gradient);
    }
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = reader.read(index);
        Work work = work(block);
        work.pass().forward();
        sum += work.sumAndSlope(block);
        work.pass().backward();
      }
    }
  }

  void loss() {
    sum = 0;
    forEach(
        (work, block) -> {
          work.pass().forward();
          sum += work.sumAndSlope(block);
        });
  }

  void constantLoss(double[] raw) {
    sum = 0;
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = reader.readWithoutInputs(index);
        Work work = work(block);
        for (int output = 0; output < raw.length; output++) {
          work.pass().raw().getColumn(output).assign(raw[output]);
        }
        sum += work.sumAndSlope(block);
      }
    }
  }

  private void forEach(BiConsumer<Work, Block> visitor) {
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = reader.read(index);
        visitor.accept(work(block), block);
      }
    }
  }

  /** Hands on the predictions of its rows, block by block. */
  void predict(Consumer<double[]> visitor) {
    collect(visitor, (work, block) -> loss.link(work.pass().raw()));
  }

  /** The same with weight times dloss/draw. */
  void slopes(Consumer<double[]> visitor) {
    collect(visitor, Work::sumAndSlope);
  }

  private void collect(Consumer<double[]> visitor, BiConsumer<Work, Block> overwrite) {
    forEach(
        (work, block) -> {
          work.pass().forward();
          overwrite.accept(work, block);
          visitor.accept(work.pass().raw().data().asDouble());
        });
  }

  /** Draws anew which units are left out. */
  void drop(RandomGenerator random) {
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        work(reader.read(index)).pass().drop(random);
      }
    }
  }

  /** Sum of weight times loss of the last pass. */
  double sum() {
    return sum;
  }

  /** The gradient of the last pass, scaled. */
  INDArray gradient() {
    return gradient;
  }
}
