package gdtrain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of doubles that grows by blocks, so that growing copies nothing and wastes one block. */
final class DoubleBlocks {
  private static final int SHIFT = 10;
  private static final int SIZE = 1 << SHIFT;

  private final List<double[]> blocks = new ArrayList<>();
  private int size;

  void add(double value) {
    int at = size & (SIZE - 1);
    if (at == 0) {
      blocks.add(new double[SIZE]);
    }
    blocks.get(size >>> SHIFT)[at] = value;
    size = Math.incrementExact(size);
  }

  double get(int index) {
    Objects.checkIndex(index, size);
    return blocks.get(index >>> SHIFT)[index & (SIZE - 1)];
  }

  int size() {
    return size;
  }
}
