package gdtrain.compute;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of a dense array, read and written as plain numbers, in its order. */
public final class Numbers {
  private final INDArray owner; // a buffer alone does not keep ND4J from freeing its memory
  private final DoubleBuffer memory;

  /** Those of an array; nothing is copied. */
  public Numbers(INDArray array) {
    this.owner = array;
    this.memory = ((DoublePointer) array.data().pointer()).asBuffer();
  }

  /** Reads the first {@code count} numbers from an index on. */
  public void read(int from, double[] numbers, int count) {
    try {
      memory.get(from, numbers, 0, count);
    } finally {
      Reference.reachabilityFence(owner);
    }
  }

  /** Writes the first {@code count} numbers over those from an index on. */
  public void write(int from, double[] numbers, int count) {
    try {
      memory.put(from, numbers, 0, count);
    } finally {
      Reference.reachabilityFence(owner);
    }
  }

  /** Copies {@code count} numbers of another array over those from an index on. */
  public void copy(int from, Numbers other, int otherFrom, int count) {
    try {
      memory.put(from, other.memory, otherFrom, count);
    } finally {
      Reference.reachabilityFence(owner);
      Reference.reachabilityFence(other.owner);
    }
  }
}
