package gdtrain.benchmark;

import gdtrain.compute.Backend;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Made up rows in blocks of the size that gdtrain cuts. */
final class Rows {
  private static final int BLOCK_BYTES = 512 * 1024;

  private Rows() {}

  /**
   * Normal inputs, of which the last is the constant 1, and a random class for every row.
   *
   * @param outputs 1 for two classes, else one for each
   */
  static BlockList of(int rows, int inputs, int outputs) {
    Backend.start();
    Random random = new Random(1);
    List<Block> blocks = new ArrayList<>();
    int most = Math.max(32, BLOCK_BYTES / (Double.BYTES * (inputs + 2 * outputs)));
    for (int from = 0; from < rows; from += most) {
      blocks.add(block(Math.min(most, rows - from), inputs, outputs, random));
    }
    return new BlockList(blocks, rows);
  }

  private static Block block(int rows, int inputs, int outputs, Random random) {
    double[] x = new double[rows * inputs];
    double[] targets = new double[rows * outputs];
    double[] weights = new double[rows];
    Arrays.setAll(x, i -> i % inputs == inputs - 1 ? 1 : random.nextGaussian());
    Arrays.fill(weights, 1);
    for (int row = 0; row < rows; row++) {
      int label = random.nextInt(Math.max(2, outputs));
      targets[row * outputs + (outputs == 1 ? 0 : label)] = outputs == 1 ? label : 1;
    }
    return new Block(Nd4j.create(x, new long[] {rows, inputs}, 'c'), targets, weights);
  }
}
