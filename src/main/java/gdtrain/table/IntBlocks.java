package gdtrain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of ints that grows by blocks, so that growing copies nothing and wastes one block. */
final class IntBlocks {
  private static final int SHIFT = 10;
  private static final int SIZE = 1 << SHIFT;

  private final List<int[]> blocks = new ArrayList<>();
  private int size;

  void add(int value) {
    if (size >>> SHIFT == blocks.size()) {
      blocks.add(new int[SIZE]);
    }
    blocks.get(size >>> SHIFT)[size & (SIZE - 1)] = value;
    size = Math.incrementExact(size);
  }

  int get(int index) {
    Objects.checkIndex(index, size);
    return blocks.get(index >>> SHIFT)[index & (SIZE - 1)];
  }

  /** Empties the list, which keeps its room. */
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }
}
