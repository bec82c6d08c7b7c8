package gdtrain.train;

import gdtrain.compute.Matrix;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.loss.Loss;
import gdtrain.network.ForwardBackward;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Consecutive blocks that are added up by one thread at a time, with the buffers for that. */
final class BlockShare {
  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final List<double[]> targets;
  private final int from;
  private final int to;
  private final Matrix point;
  private final double scale;
  private final Matrix gradient;
  private final List<Buffers> buffers = new ArrayList<>();

  /** What is prepared for each array of inputs that a reader gives. */
  private final IdentityHashMap<Matrix, Buffers.Prepared> prepared = new IdentityHashMap<>();

  private double sum;

  /**
   * Consecutive blocks of a dataset.
   *
   * @param targets of each block, in the place of its own; empty for its own
   */
  record Range(Dataset data, List<double[]> targets, int from, int to) {
    static Range of(Dataset data, List<double[]> targets, int share, int shares) {
      return new Range(data, targets, bound(data, share, shares), bound(data, share + 1, shares));
    }

    private static int bound(Dataset data, int share, int shares) {
      return (int) ((long) data.blocks() * share / shares);
    }
  }

  /**
   * @param point the parameters' buffer, common to all shares
   * @param scale factor of the gradient, 1 / total weight
   */
  BlockShare(Network network, Loss loss, Range range, Matrix point, double scale) {
    this.network = network;
    this.loss = loss;
    this.data = range.data();
    this.targets = range.targets();
    this.from = range.from();
    this.to = range.to();
    this.point = point;
    this.scale = scale;
    this.gradient = Matrix.zeros(network.parameters());
  }

  private Buffers.Prepared prepare(Block block) {
    Buffers.Prepared known = prepared.get(block.inputs());
    if (known != null) {
      return known;
    }
    Buffers.Prepared work = buffersFor(block).over(block);
    prepared.put(block.inputs(), work);
    return work;
  }

  private Buffers buffersFor(Block block) {
    for (Buffers each : buffers) {
      if (each.fit(block)) {
        return each;
      }
    }
    boolean adds = to - from > 1;
    ForwardBackward pass = network.pass(block.inputs(), point).withGradient(scale, adds, gradient);
    Buffers added = new Buffers(pass, loss, block.rows());
    buffers.add(added);
    return added;
  }

  private Block read(BlockReader reader, int index) {
    Block block = reader.read(index);
    return targets.isEmpty()
        ? block
        : new Block(block.inputs(), targets.get(index), block.weights(), block.offsets());
  }

  void lossAndGradient() {
    sum = 0;
    if (to - from > 1) {
      gradient.clear();
    }
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = read(reader, index);
        Buffers.Prepared work = prepare(block);
        work.forward(block);
        sum += work.sumAndSlope(block);
        work.backward();
      }
    }
    gradient.download();
  }

  void loss() {
    sum = 0;
    forEach(
        (work, block) -> {
          work.forward(block);
          sum += work.sumAndSlope(block);
        });
  }

  void constantLoss(double[] raw) {
    sum = 0;
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = reader.readWithoutInputs(index);
        Buffers.Prepared work = prepare(block);
        Arrays.setAll(work.raw(), i -> raw[i % raw.length]);
        block.addOffsets(work.raw());
        sum += work.sumAndSlope(block);
      }
    }
  }

  private void forEach(BiConsumer<Buffers.Prepared, Block> visitor) {
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        Block block = read(reader, index);
        visitor.accept(prepare(block), block);
      }
    }
  }

  /** Passes on the predictions of its rows, block by block. */
  void predict(Consumer<double[]> visitor) {
    forEach(
        (work, block) -> {
          work.forward(block);
          double[] predictions = work.raw().clone();
          loss.link(predictions, block.outputs());
          visitor.accept(predictions);
        });
  }

  /** Passes on weight times dloss/draw of its rows, block by block. */
  void slopes(Consumer<double[]> visitor) {
    forEach(
        (work, block) -> {
          work.forward(block);
          work.sumAndSlope(block);
          visitor.accept(work.raw().clone());
        });
  }

  /** Passes on the loss of each of its rows, regardless of its weight, block by block. */
  void losses(Consumer<double[]> visitor) {
    double[] one = {1};
    forEach(
        (work, block) -> {
          work.forward(block);
          int outputs = block.outputs();
          double[] losses = new double[block.rows()];
          double[][] room = new double[3][outputs];
          for (int row = 0; row < losses.length; row++) {
            int from = row * outputs;
            double[] raw = Arrays.copyOfRange(work.raw(), from, from + outputs);
            double[] truth = Arrays.copyOfRange(block.targets(), from, from + outputs);
            losses[row] = loss.sumAndSlope(raw, truth, one, room);
          }
          visitor.accept(losses);
        });
  }

  /** Draws anew which units are left out. */
  void drop(RandomGenerator random) {
    try (BlockReader reader = data.open()) {
      for (int index = from; index < to; index++) {
        prepare(reader.read(index)).pass().drop(random);
      }
    }
  }

  /** Sum of weight times loss of the last pass. */
  double sum() {
    return sum;
  }

  /** The gradient of the last pass, scaled. */
  Matrix gradient() {
    return gradient;
  }

  /** What blocks of one size have in common: the buffers of layers and loss. */
  private static final class Buffers {
    private final int rows;
    private final ForwardBackward pass;
    private final Loss loss;
    private final double[] raw;
    private final double[][] room;

    /**
     * @param pass over the first of the blocks
     */
    Buffers(ForwardBackward pass, Loss loss, int rows) {
      this.rows = rows;
      this.pass = pass;
      this.loss = loss;
      this.raw = new double[pass.raw().length()];
      this.room = new double[3][raw.length];
    }

    /** Prepares for one of the blocks. */
    Prepared over(Block block) {
      return new Prepared(this, pass.over(block.inputs()));
    }

    boolean fit(Block block) {
      return block.rows() == rows;
    }

    /** A block, ready to be looked at. */
    record Prepared(Buffers buffers, ForwardBackward pass) {
      /** To the raw outputs. */
      void forward(Block block) {
        pass.forward();
        pass.raw().download();
        pass.raw().read(buffers.raw);
        block.addOffsets(buffers.raw);
      }

      /** The sum of weight times loss; the raw outputs become their slope. */
      double sumAndSlope(Block block) {
        return buffers.loss.sumAndSlope(
            buffers.raw, block.targets(), block.weights(), buffers.room);
      }

      /** From the slope to the gradient. */
      void backward() {
        pass.raw().write(buffers.raw);
        pass.raw().upload();
        pass.backward();
      }

      /** The raw outputs, or their slope, row after row: the same array every time. */
      double[] raw() {
        return buffers.raw;
      }
    }
  }
}
