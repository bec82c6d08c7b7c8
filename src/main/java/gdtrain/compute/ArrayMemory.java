package gdtrain.compute;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of a dense array of doubles or floats, read and written in its order as doubles. */
public final class ArrayMemory {
  private final INDArray owner; // a buffer alone does not keep ND4J from freeing its memory
  private final DoubleBuffer doubles; // one of the two is null
  private final FloatBuffer floats;

  /** Those of an array; nothing is copied. */
  public ArrayMemory(INDArray array) {
    boolean narrow = array.dataType() == DataType.FLOAT;
    this.owner = array;
    this.floats = narrow ? ((FloatPointer) array.data().pointer()).asBuffer() : null;
    this.doubles = narrow ? null : ((DoublePointer) array.data().pointer()).asBuffer();
  }

  /** Reads the first {@code count} numbers from an index on. */
  public void read(int from, double[] numbers, int count) {
    try {
      if (floats == null) {
        doubles.get(from, numbers, 0, count);
      } else {
        for (int i = 0; i < count; i++) {
          numbers[i] = floats.get(from + i);
        }
      }
    } finally {
      Reference.reachabilityFence(owner);
    }
  }

  /** Writes the first {@code count} numbers over those from an index on. */
  public void write(int from, double[] numbers, int count) {
    try {
      if (floats == null) {
        doubles.put(from, numbers, 0, count);
      } else {
        for (int i = 0; i < count; i++) {
          floats.put(from + i, (float) numbers[i]);
        }
      }
    } finally {
      Reference.reachabilityFence(owner);
    }
  }

  /**
   * Copies {@code count} numbers of another array, of doubles or floats, over those from an index
   * on, which are doubles.
   */
  public void copy(int from, ArrayMemory other, int otherFrom, int count) {
    try {
      if (other.floats == null) {
        doubles.put(from, other.doubles, otherFrom, count);
      } else {
        for (int i = 0; i < count; i++) {
          doubles.put(from + i, other.floats.get(otherFrom + i));
        }
      }
    } finally {
      Reference.reachabilityFence(owner);
      Reference.reachabilityFence(other.owner);
    }
  }
}
