package gdtrain.plot;

/**
 * What of a curve has to be drawn: of all points in one column of the picture the first, the
 * lowest, the highest and the last, which give the same pixels as all of them would (M4: Jugel and
 * others, VLDB 2014).
 */
final class Decimation {
  private final Series series;
  private final Frame frame;
  private final Line line;

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

  /** Draws what is left of a curve, in order; a point that is only moved to is a dot. */
  interface Line {
    /** Starts a piece of the curve, at the point of this index. */
    void moveTo(int point, double x, double y);

    /** Goes on to the point of this index. */
    void lineTo(int point, double x, double y);

    /** Marks that the point of this index is no finite number. */
    void mark(int point, double x);
  }

  private Decimation(Series series, Frame frame, Line line) {
    this.series = series;
    this.frame = frame;
    this.line = line;
  }

  /** Draws a curve. */
  static void draw(Series series, Frame frame, Line line) {
    new Decimation(series, frame, line).draw();
  }

  private void draw() {
    boolean joins = series.isSparse();
    double marked = Double.NaN;
    for (int i = 0; i < series.size(); i++) {
      double y = series.y(i);
      if (Double.isFinite(y) && frame.has(series.x(i), y)) {
        take(i);
      } else if (Double.isInfinite(y) || !joins) {
        flush();
        broken = true;
        double x = frame.x(series.x(i));
        if (Double.isInfinite(y) && Math.floor(x) != marked) {
          line.mark(i, x);
          marked = Math.floor(x);
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
    point(first);
    if (Math.min(low, high) > first) {
      point(Math.min(low, high));
    }
    if (Math.max(low, high) > Math.max(first, Math.min(low, high))) {
      point(Math.max(low, high));
    }
    if (last > Math.max(low, high)) {
      point(last);
    }
    first = -1;
  }

  private void point(int i) {
    double x = frame.x(series.x(i));
    double y = frame.y(series.y(i));
    if (broken) {
      line.moveTo(i, x, y);
    } else {
      line.lineTo(i, x, y);
    }
    broken = false;
  }
}
