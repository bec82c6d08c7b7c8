package gdtrain.train;

import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import gdtrain.network.Pass;
import gdtrain.train.LaneBuffers.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some blocks that are added up by one thread at a time, with the buffers for that. */
final class Lane {
  private final Loss loss;
  private final List<LaneBuffers> buffers = new ArrayList<>();
  private final Work[] blocks;
  private final INDArray gradient;
  private double sum;

  /**
   * @param point the parameters' buffer, shared by all lanes
   * @param scale factor of the gradient, 1 / total weight
   */
  Lane(Network network, Loss loss, List<Block> blocks, INDArray point, double scale) {
    this.loss = loss;
    this.gradient = Vectors.zeros(network.parameters());
    boolean adds = blocks.size() > 1;
    Function<Block, Pass> pass =
        block -> network.pass(block.inputs(), point).withGradient(scale, adds, gradient);
    this.blocks =
        blocks.stream().map(block -> buffersFor(block, pass).over(block)).toArray(Work[]::new);
  }

  private LaneBuffers buffersFor(Block block, Function<Block, Pass> pass) {
    for (LaneBuffers each : buffers) {
      if (each.fit(block)) {
        return each;
      }
    }
    LaneBuffers added = new LaneBuffers(pass.apply(block), loss, block.rows());
    buffers.add(added);
    return added;
  }

  void lossAndGradient() {
    sum = 0;
    if (blocks.length > 1) {
      Vectors.clear(gradient);
    }
    for (Work block : blocks) {
      block.pass().forward();
      sum += block.sumAndSlope();
      block.pass().backward();
    }
  }

  void loss() {
    sum = 0;
    for (Work block : blocks) {
      block.pass().forward();
      sum += block.sumAndSlope();
    }
  }

  void constantLoss(double[] raw) {
    sum = 0;
    for (Work block : blocks) {
      for (int output = 0; output < raw.length; output++) {
        block.pass().raw().getColumn(output).assign(raw[output]);
      }
      sum += block.sumAndSlope();
    }
  }

  /** Writes the predictions of all rows from an index on, and returns the index behind them. */
  int predict(double[] predictions, int from) {
    return collect(predictions, from, block -> loss.link(block.pass().raw()));
  }

  /** The same with weight times dloss/draw. */
  int slopes(double[] slopes, int from) {
    return collect(slopes, from, block -> block.sumAndSlope());
  }

  private int collect(double[] numbers, int from, Consumer<Work> overwrite) {
    int at = from;
    for (Work block : blocks) {
      block.pass().forward();
      overwrite.accept(block);
      double[] written = block.pass().raw().data().asDouble();
      System.arraycopy(written, 0, numbers, at, written.length);
      at += written.length;
    }
    return at;
  }

  /** Draws anew which units are left out. */
  void drop(RandomGenerator random) {
    for (Work block : blocks) {
      block.pass().drop(random);
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
