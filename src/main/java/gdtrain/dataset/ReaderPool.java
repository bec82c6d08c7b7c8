package gdtrain.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Readers that nobody uses at the moment, the last used first. */
final class ReaderPool<R> {
  private final Supplier<R> maker;
  private final Deque<R> idle = new ArrayDeque<>();

  ReaderPool(Supplier<R> maker) {
    this.maker = maker;
  }

  R take() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return maker.get();
  }

  void give(R reader) {
    synchronized (idle) {
      idle.push(reader);
    }
  }
}
