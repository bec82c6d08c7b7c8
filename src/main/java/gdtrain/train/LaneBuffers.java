package gdtrain.train;

import gdtrain.compute.ArrayMemory;
import gdtrain.dataset.Block;
import gdtrain.loss.Loss;
import gdtrain.network.ForwardBackward;

/** What the blocks of one size in a {@link BlockShare} share: the buffers of layers and loss. */
final class LaneBuffers {
  private final int rows;
  private final ForwardBackward pass;
  private final Loss loss;
  private final double[] raw;
  private final double[][] room;
  private final ArrayMemory rawOfPass;

  /**
   * @param pass over the first of the blocks
   */
  LaneBuffers(ForwardBackward pass, Loss loss, int rows) {
    this.rows = rows;
    this.pass = pass;
    this.loss = loss;
    this.raw = new double[(int) pass.raw().length()];
    this.room = new double[3][raw.length];
    this.rawOfPass = new ArrayMemory(pass.raw());
  }

  /** Prepares for one of the blocks. */
  Work over(Block block) {
    return new Work(this, pass.over(block.inputs()));
  }

  boolean fit(Block block) {
    return block.rows() == rows;
  }

  /** A block, ready to be looked at. */
  record Work(LaneBuffers buffers, ForwardBackward pass) {
    double sumAndSlope(Block block) {
      double[] raw = raw();
      double sum = buffers.loss.sumAndSlope(raw, block.targets(), block.weights(), buffers.room);
      buffers.rawOfPass.write(0, raw, raw.length);
      return sum;
    }

    /** The raw outputs, or their slope, as plain numbers: the same array every time. */
    double[] raw() {
      buffers.rawOfPass.read(0, buffers.raw, buffers.raw.length);
      return buffers.raw;
    }
  }
}
