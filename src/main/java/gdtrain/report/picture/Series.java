package gdtrain.report.picture;

import gdtrain.choice.VisibleText;
import gdtrain.report.TextWidth;
import java.util.Arrays;

/**
 * The points of one curve, in the order of their x, which never falls. It takes any number of them
 * in bounded memory: when there are {@value #MOST}, the first {@value #KEPT} are kept, and of every
 * four neighbours behind them the lowest and the highest, so that no peak is lost.
 *
 * <p>A y may be NaN, where nothing was measured, or infinite, where what was measured is no finite
 * number.
 */
public final class Series {
  /** Far more than a picture is wide. */
  static final int MOST = 1 << 16;

  /** The first are all kept, so that a logarithmic x axis has them. */
  private static final int KEPT = 1 << 12;

  private static final int LONGEST_NAME = 100;
  private static final int GROUP = 4;
  private static final int FIRST_ROOM = 256;

  private final String name;
  private double[] xs = new double[FIRST_ROOM];
  private double[] ys = new double[FIRST_ROOM];
  private int size;
  private long measured;
  private long gaps;
  private long notFinite;
  private Point first;
  private Point lowest;
  private Point last;

  /** A point that was measured. */
  public record Point(double x, double y) {}

  /**
   * A curve without points.
   *
   * @param name for the legend, where what a terminal would obey is spelled out, and what is too
   *     long loses its middle
   */
  public Series(String name) {
    this.name = TextWidth.shortened(VisibleText.of(name), LONGEST_NAME);
  }

  /** A value; one that is no finite number breaks the curve, and its place is marked. */
  public void add(double x, double y) {
    if (!Double.isFinite(y)) {
      put(x, Double.POSITIVE_INFINITY);
      notFinite++;
      return;
    }
    put(x, y);
    measured++;
    last = new Point(x, y);
    first = first == null ? last : first;
    lowest = lowest == null || y < lowest.y ? last : lowest;
  }

  /** A value that was not measured: the curve is broken here. */
  public void addGap(double x) {
    put(x, Double.NaN);
    gaps++;
  }

  private void put(double x, double y) {
    if (size == MOST) {
      thin();
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** Keeps the first points, and of each group of the others its extremes and one that is none. */
  private void thin() {
    int kept = KEPT;
    for (int start = KEPT; start < size; start += GROUP) {
      int end = Math.min(start + GROUP, size);
      int low = -1;
      int high = -1;
      int other = -1;
      for (int i = start; i < end; i++) {
        if (!Double.isFinite(ys[i])) {
          other = other < 0 || Double.isNaN(ys[other]) ? i : other;
        } else {
          low = low < 0 || ys[i] < ys[low] ? i : low;
          high = high < 0 || ys[i] >= ys[high] ? i : high;
        }
      }
      for (int i = start; i < end; i++) {
        if (i == low || i == high || i == other) {
          xs[kept] = xs[i];
          ys[kept] = ys[i];
          kept++;
        }
      }
    }
    size = kept;
  }

  /** Its name in the legend. */
  public String name() {
    return name;
  }

  /** How many points there are. */
  public int size() {
    return size;
  }

  /** The x of a point. */
  public double x(int i) {
    return xs[i];
  }

  /** The y of a point: NaN where nothing was measured, infinite where it is no finite number. */
  public double y(int i) {
    return ys[i];
  }

  /** How many values were finite. */
  public long measured() {
    return measured;
  }

  /** How many values were infinite or NaN. */
  public long notFinite() {
    return notFinite;
  }

  /** Whether it was measured now and then only, so that its points are joined over the gaps. */
  boolean isSparse() {
    return gaps > measured;
  }

  /** The first value; null if none was finite. */
  public Point first() {
    return first;
  }

  /** The lowest value, the first of several; null if none was finite. */
  public Point lowest() {
    return lowest;
  }

  /** The last value; null if none was finite. */
  public Point last() {
    return last;
  }
}
