package gdtrain.dataset;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns blocks with inputs of floats into blocks of doubles, one at a time. */
final class Widening {
  /**
   * By the number of rows: there are two sizes at most, that of the last block and of the others.
   */
  private final Map<Integer, INDArray> rooms = new HashMap<>();

  /** What is prepared for each block of floats. */
  private final IdentityHashMap<Block, Copy> prepared = new IdentityHashMap<>();

  private record Copy(Kernel inputs, Block block) {}

  /** The same rows as doubles, until the next are asked for. */
  Block of(Block narrow) {
    Copy copy = prepared.computeIfAbsent(narrow, this::prepare);
    copy.inputs().run();
    return copy.block();
  }

  private Copy prepare(Block narrow) {
    int inputs = narrow.inputs().columns();
    INDArray room =
        rooms.computeIfAbsent(
            narrow.rows(), rows -> Block.uninitialised(rows, inputs, Dtype.DOUBLE));
    return new Copy(
        Pointwise.copy(narrow.inputs(), room), new Block(room, narrow.targets(), narrow.weights()));
  }
}
