package gdtrain.dataset;

import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Room for blocks of doubles, which copies of blocks with inputs of floats take, one at a time. */
final class Widening {
  /**
   * By the number of rows: there are two sizes at most, that of the last block and of the others.
   */
  private final Map<Integer, Block> rooms = new HashMap<>();

  /** What is prepared for each array of floats. */
  private final IdentityHashMap<INDArray, Copy> prepared = new IdentityHashMap<>();

  private record Copy(Block room, Kernel inputs, BlockNumbers from, BlockNumbers to) {
    static Copy of(Block narrow, Block room) {
      return new Copy(
          room,
          Pointwise.copy(narrow.inputs(), room.inputs()),
          new BlockNumbers(narrow),
          new BlockNumbers(room));
    }
  }

  /** The same rows as doubles, until the next are asked for. */
  Block of(Block narrow) {
    Copy copy = prepared.computeIfAbsent(narrow.inputs(), n -> Copy.of(narrow, room(narrow)));
    copy.inputs().run();
    copy.to().copyTargets(copy.from());
    return copy.room();
  }

  private Block room(Block narrow) {
    int inputs = narrow.inputs().columns();
    int outputs = narrow.targets().columns();
    return rooms.computeIfAbsent(narrow.rows(), rows -> Block.empty(rows, inputs, outputs));
  }
}
