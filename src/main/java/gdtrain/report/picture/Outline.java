package gdtrain.report.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a curve has to be drawn: of all points in one column of the picture the first, the
 * lowest, the highest and the last, which give the same pixels as all of them would (M4: Jugel and
 * others, VLDB 2014).
 */
final class Outline {
  private final Series series;
  private final Frame frame;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Double> marks = new ArrayList<>();

  /** The points of the column that is being read, by their indexes; -1: none yet. */
  private int first = -1;

  private int low;
  private int high;
  private int last;
  private boolean broken = true;

  /** Where the values of a chart lie in a picture whose y grows downwards. */
  record Frame(Chart chart, double left, double top, double width, double height) {
    double x(double value) {
      return left + width * chart.x().position(value);
    }

    double y(double value) {
      return top + height * (1 - chart.y().position(value));
    }

    /** Whether the axes have a place for a point. */
    boolean has(double x, double y) {
      return (x > 0 || !chart.x().logarithmic()) && (y > 0 || !chart.y().logarithmic());
    }
  }

  /**
   * A corner of what is drawn.
   *
   * @param point its index in the series
   * @param starts whether no line leads to it
   */
  record Vertex(int point, double x, double y, boolean starts) {}

  private Outline(Series series, Frame frame) {
    this.series = series;
    this.frame = frame;
  }

  /** The outline of a curve in a picture. */
  static Outline of(Series series, Frame frame) {
    Outline outline = new Outline(series, frame);
    outline.read();
    return outline;
  }

  /** The corners, in the order of the points. */
  List<Vertex> vertices() {
    return vertices;
  }

  /** Where values are no finite numbers, once for each column. */
  List<Double> marks() {
    return marks;
  }

  /** Whether a corner is a dot: no line leads to it or from it. */
  boolean isDot(int i) {
    return vertices.get(i).starts && (i + 1 == vertices.size() || vertices.get(i + 1).starts);
  }

  private void read() {
    boolean joins = series.isSparse();
    double marked = Double.NaN;
    for (int i = 0; i < series.size(); i++) {
      double y = series.y(i);
      if (Double.isFinite(y) && frame.has(series.x(i), y)) {
        take(i);
      } else if (Double.isInfinite(y) || !joins) {
        flush();
        broken = true;
        if (Double.isInfinite(y) && frame.has(series.x(i), 1) && column(i) != marked) {
          marks.add(frame.x(series.x(i)));
          marked = column(i);
        }
      }
    }
    flush();
  }

  private void take(int i) {
    if (first >= 0 && column(first) != column(i)) {
      flush();
    }
    if (first < 0) {
      first = i;
      low = i;
      high = i;
    }
    low = series.y(i) < series.y(low) ? i : low;
    high = series.y(i) > series.y(high) ? i : high;
    last = i;
  }

  private double column(int i) {
    return Math.floor(frame.x(series.x(i)));
  }

  private void flush() {
    if (first < 0) {
      return;
    }
    int before = -1;
    for (int i : new int[] {first, Math.min(low, high), Math.max(low, high), last}) {
      if (i > before) {
        double x = frame.x(series.x(i));
        vertices.add(new Vertex(i, x, frame.y(series.y(i)), broken));
        broken = false;
        before = i;
      }
    }
    first = -1;
  }
}
