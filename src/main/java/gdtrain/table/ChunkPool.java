package gdtrain.table;

import java.util.ArrayDeque;
import java.util.Deque;

/** The chunks of a pass: there are only so many, so that readers cannot run ahead of the rest. */
final class ChunkPool {
  private final Fields fields;
  private final Deque<Chunk> free = new ArrayDeque<>();
  private int allowed;
  private boolean closed;

  /**
   * @param allowed how many chunks there may be at once
   */
  ChunkPool(Fields fields, int allowed) {
    this.fields = fields;
    this.allowed = allowed;
  }

  /** Waits for a chunk; null once the pool is closed. */
  synchronized Chunk take() {
    boolean interrupted = false;
    while (free.isEmpty() && allowed == 0 && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // others go on: first let the pass end
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return closed ? null : free.isEmpty() ? made() : free.pop();
  }

  private Chunk made() {
    allowed--;
    return new Chunk(fields);
  }

  /** One of the two stages, hashing and adding, is done with the chunk. */
  synchronized void release(Chunk chunk) {
    if (chunk.finishStage()) {
      free.push(chunk);
      notifyAll();
    }
  }

  /** Lets nobody have a chunk any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
