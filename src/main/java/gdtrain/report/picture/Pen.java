package gdtrain.report.picture;

/** What draws a picture: into an image, or as the elements of an SVG. Lengths are in pixels. */
interface Pen {
  /** What a line stands for. */
  enum Stroke {
    /** A line through a tick. */
    GRID,
    /** An axis. */
    AXIS
  }

  /** Where a text has its point. */
  enum Anchor {
    /** At its left end. */
    START,
    /** In its middle. */
    MIDDLE,
    /** At its right end. */
    END
  }

  /**
   * Where a text stands.
   *
   * @param x of its anchor
   * @param y of the line it stands on
   */
  record Place(double x, double y, Anchor anchor) {}

  /** A straight line. */
  void line(Stroke stroke, double x1, double y1, double x2, double y2);

  /** A text. */
  void text(String text, Place place, boolean title);

  /**
   * A curve.
   *
   * @param dotted whether each corner is a dot, too
   * @param sentence what it shows, in words
   */
  void curve(int index, Outline outline, boolean dotted, String sentence);

  /** A short line of the look of a curve, for the legend. */
  void sample(int curve, double x, double y, double length);

  /** A cross where a value is no finite number. */
  void mark(int curve, double x, double y);
}
