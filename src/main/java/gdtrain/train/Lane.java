package gdtrain.train;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import gdtrain.dataset.Block;
import gdtrain.loss.BlockLoss;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some blocks that are added up by one thread at a time, with the buffers for that. */
final class Lane {
  /** The prepared ops of one block. */
  private record Pass(Block block, INDArray raw, Kernel forward, BlockLoss loss, Kernel backward) {}

  private final Loss loss;
  private final List<Pass> passes = new ArrayList<>();
  private final INDArray gradient;
  private double sum;

  /**
   * @param point the parameters' buffer, shared by all lanes
   * @param scale factor of the gradient, 1 / total weight
   */
  Lane(Network network, Loss loss, List<Block> blocks, INDArray point, double scale) {
    this.loss = loss;
    this.gradient = Vectors.zeros(network.parameters());
    INDArray raw = Vectors.zeros(blocks.get(0).rows(), network.outputs());
    for (Block block : blocks) {
      if (block.rows() != raw.rows()) {
        raw = Vectors.zeros(block.rows(), network.outputs());
      }
      passes.add(
          new Pass(
              block,
              raw,
              network.forward(block.inputs(), point, raw),
              loss.on(raw, block.targets(), block.weights()),
              network.backward(scale, block.inputs(), raw, !passes.isEmpty(), gradient)));
    }
  }

  void lossAndGradient() {
    sum = 0;
    for (Pass pass : passes) {
      pass.forward.run();
      sum += pass.loss.sumAndSlope();
      pass.backward.run();
    }
  }

  void loss() {
    sum = 0;
    for (Pass pass : passes) {
      pass.forward.run();
      sum += pass.loss.sumAndSlope();
    }
  }

  void constantLoss(double[] raw) {
    sum = 0;
    for (Pass pass : passes) {
      for (int output = 0; output < raw.length; output++) {
        pass.raw.getColumn(output).assign(raw[output]);
      }
      sum += pass.loss.sumAndSlope();
    }
  }

  int predict(double[] predictions, int from) {
    int at = from;
    for (Pass pass : passes) {
      pass.forward.run();
      loss.link(pass.raw);
      double[] block = pass.raw.data().asDouble();
      System.arraycopy(block, 0, predictions, at, block.length);
      at += block.length;
    }
    return at;
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
