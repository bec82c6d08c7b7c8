package gdtrain.report.picture;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

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

  /**
   * A line through points, {@code x, y} by {@code x, y}; a single one is a dot as wide.
   *
   * @param width in pixels
   * @param lines of which each is drawn without lifting the pen
   */
  void stroke(Ink ink, double width, List<double[]> lines);

  /**
   * A translucent area.
   *
   * @param opacity from 0 to 1
   */
  void wash(Ink ink, double opacity, Rectangle2D area);

  /** An image, smoothly stretched over an area. */
  void image(BufferedImage image, Rectangle2D area);
}
