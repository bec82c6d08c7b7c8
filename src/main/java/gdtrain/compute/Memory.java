package gdtrain.compute;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A flat array of ND4J's, of doubles or floats, that Java reads and writes as doubles and matrix
 * products read and write where their {@link Device} is.
 *
 * <p>On the processor both see the same numbers. On a card there are two copies: what Java has
 * written goes up by {@link #upload}, what products have written comes down by {@link #download}.
 * Both are asked for where the copy is needed, so that the code shows what a pass costs, and do
 * nothing on the processor.
 */
class Memory {
  /** So many floats are read at once. */
  private static final int FLOATS = 2048;

  private final INDArray array; // a buffer alone does not keep ND4J from freeing its memory
  private final DoubleBuffer doubles; // one of the two is null
  private final FloatBuffer floats;

  /** That of a dense array; nothing is copied. */
  Memory(INDArray array) {
    boolean narrow = array.dataType() == DataType.FLOAT;
    this.array = array;
    this.floats = narrow ? ((FloatPointer) array.data().pointer()).asBuffer() : null;
    this.doubles = narrow ? null : ((DoublePointer) array.data().pointer()).asBuffer();
  }

  /** The array. */
  final INDArray array() {
    return array;
  }

  /** Whether it has floats, of which products take only copies. */
  final boolean isNarrow() {
    return floats != null;
  }

  /** Where products with these numbers run. */
  Device device() {
    return Processor.INSTANCE;
  }

  /** Lets products see what Java has written. */
  void upload() {
    // they see the same numbers
  }

  /** Lets Java see what products have written. */
  void download() {
    // it sees the same numbers
  }

  /** Writes 0 over all numbers, where products see them. */
  void clear() {
    try {
      Pointer.memset(array.data().pointer(), 0, array.length() * array.dataType().width());
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** Called before Java reads, and before it writes over some of the numbers. */
  void beforeUse() {
    // always ready
  }

  /** Called after Java has written. */
  void afterWriting() {
    // products see it
  }

  final void read(int from, double[] numbers, int count) {
    beforeUse();
    try {
      if (floats == null) {
        doubles.get(from, numbers, 0, count);
      } else {
        readFloats(from, numbers, count);
      }
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  private void readFloats(int from, double[] numbers, int count) {
    float[] piece = new float[Math.min(FLOATS, count)];
    for (int at = 0; at < count; at += piece.length) {
      int length = Math.min(piece.length, count - at);
      floats.get(from + at, piece, 0, length);
      for (int i = 0; i < length; i++) {
        numbers[at + i] = piece[i];
      }
    }
  }

  final void write(int from, double[] numbers, int count) {
    if (count < array.length()) {
      beforeUse();
    }
    try {
      if (floats == null) {
        doubles.put(from, numbers, 0, count);
      } else {
        for (int i = 0; i < count; i++) {
          floats.put(from + i, (float) numbers[i]);
        }
      }
    } finally {
      Reference.reachabilityFence(array);
    }
    afterWriting();
  }

  /** Copies numbers of another array, of doubles or floats, over those from an index on. */
  final void copy(int from, Memory other, int otherFrom, int count) {
    beforeUse();
    other.beforeUse();
    try {
      if (other.floats == null) {
        doubles.put(from, other.doubles, otherFrom, count);
      } else {
        for (int i = 0; i < count; i++) {
          doubles.put(from + i, other.floats.get(otherFrom + i));
        }
      }
    } finally {
      Reference.reachabilityFence(array);
      Reference.reachabilityFence(other.array);
    }
    afterWriting();
  }
}
