package gdtrain.compute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Objects that several threads use in turn, such as buffers: an idle one, the last used first,
 * before a new one is made.
 *
 * @param <T> the objects
 */
public final class Pool<T> {
  private final Supplier<? extends T> maker;
  private final Deque<T> idle = new ArrayDeque<>();
  private int allowed;
  private boolean closed;

  /** A pool without a limit: it makes a new object whenever none is idle. */
  public Pool(Supplier<? extends T> maker) {
    this(maker, Integer.MAX_VALUE);
  }

  /**
   * A pool of limited size.
   *
   * @param most how many it makes; a thread that wants one more waits until one is given back
   */
  public Pool(Supplier<? extends T> maker, int most) {
    this.maker = maker;
    this.allowed = most;
  }

  /**
   * Takes one out of the pool, if need be once there is one.
   *
   * @throws IllegalStateException if the pool is closed
   */
  public T take() {
    T taken = takeOrNull();
    if (taken == null) {
      throw new IllegalStateException("the pool is closed");
    }
    return taken;
  }

  /** Takes one out of the pool, if need be once there is one; empty if the pool is closed. */
  public Optional<T> takeUnlessClosed() {
    return Optional.ofNullable(takeOrNull());
  }

  private T takeOrNull() {
    synchronized (idle) {
      awaitOne();
      if (closed) {
        return null;
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
      allowed--;
    }
    return maker.get();
  }

  private void awaitOne() {
    boolean interrupted = false;
    while (idle.isEmpty() && allowed == 0 && !closed) {
      try {
        idle.wait();
      } catch (InterruptedException e) {
        interrupted = true; // other threads still use what was taken: first let the work end
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts one back. */
  public void give(T object) {
    synchronized (idle) {
      idle.push(object);
      idle.notifyAll();
    }
  }

  /** From now on nothing can be taken; threads that wait are let go. */
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.notifyAll();
    }
  }
}
