package gdtrain.train;

import gdtrain.compute.Numbers;
import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.loss.BlockLoss;
import gdtrain.loss.Loss;
import gdtrain.network.Pass;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the blocks of one size in a {@link Lane} share: the buffers of layers and loss, and room for
 * the targets and weights of one block, which are loaded before it is looked at.
 */
final class LaneBuffers {
  private final int rows;
  private final Pass pass;
  private final BlockLoss loss;
  private final Numbers targets;
  private final Numbers weights;

  /**
   * @param pass over the first of the blocks
   */
  LaneBuffers(Pass pass, Loss loss, int rows) {
    this.rows = rows;
    this.pass = pass;
    INDArray roomForTargets = Vectors.zeros(rows, pass.raw().columns());
    INDArray roomForWeights = Vectors.zeros(rows, 1);
    this.loss = loss.on(pass.raw(), roomForTargets, roomForWeights);
    this.targets = new Numbers(roomForTargets);
    this.weights = new Numbers(roomForWeights);
  }

  /** Prepares for one of the blocks. */
  Work over(Block block) {
    return new Work(this, pass.over(block.inputs()));
  }

  boolean fit(Block block) {
    return block.rows() == rows;
  }

  /** A block, ready to be looked at. */
  record Work(LaneBuffers buffers, Pass pass) {
    double sumAndSlope(Block block) {
      buffers.targets.write(0, block.targets(), block.targets().length);
      buffers.weights.write(0, block.weights(), block.rows());
      return buffers.loss.sumAndSlope();
    }
  }
}
