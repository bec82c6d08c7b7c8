package gdtrain.report.picture;

import gdtrain.report.picture.ChartDrawing.Measures;

/** What can be drawn by any pen. */
public interface Drawable {
  /** What it is called. */
  String label();

  /** What it shows, in words, for those who do not see it. */
  String description();

  /** How many curves have colours of their own. */
  int curves();

  /** Draws all of it. */
  void draw(Measures measures, Pen pen);
}
