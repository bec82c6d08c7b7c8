package gdtrain.optimizer;

import java.util.List;

/** The last few of a sequence of numbers. */
public final class Window {
  private final double[] last;
  private final double[] count = {0};

  /**
   * An empty window.
   *
   * @param capacity how many numbers it holds at most
   */
  public Window(int capacity) {
    this.last = new double[capacity];
  }

  /** Adds a number; where the window is full, the oldest one leaves. */
  public void add(double number) {
    last[(int) (count[0] % last.length)] = number;
    count[0]++;
  }

  /** The largest; minus infinity if there is none. */
  public double max() {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Math.min(count[0], last.length); i++) {
      largest = Math.max(largest, last[i]);
    }
    return largest;
  }

  /** Takes all out. */
  public void clear() {
    count[0] = 0;
  }

  /** Whether nothing was added yet. */
  public boolean isEmpty() {
    return count[0] == 0;
  }

  /** The arrays of its state, not copies. */
  public List<double[]> memory() {
    return List.of(last, count);
  }
}
