package gdtrain.report.picture;

import gdtrain.report.TextWidth;
import gdtrain.report.picture.Chart.Guide;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Pen.Anchor;
import gdtrain.report.picture.Pen.Place;
import gdtrain.report.picture.Ticks.Tick;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Draws a chart by a pen: grid, axes, numbers, legend, curves. Texts are as high as the picture
 * allows, so that a picture twice as large looks the same.
 */
final class ChartDrawing {
  /** The size at which texts are 12 pixels high. */
  private static final double USUAL_WIDTH = 800;

  private static final double USUAL_HEIGHT = 480;
  private static final double LEAST_SCALE = 0.6;

  /** The room of a character over the height of a text; no font is asked, so that a bit more. */
  private static final double CHARACTER = 0.58;

  private static final double TEXT = 12;
  private static final double SAMPLE = 22;

  /** The curve whose colour shades what is good. */
  static final int GOOD = 2;

  private static final double SHADE = 0.12;

  /** What makes a text readable that stands on lines. */
  private static final double VEIL = 0.7;

  /** A curve of fewer points shows each as a dot. */
  private static final int DOTTED = 40;

  private final Chart chart;
  private final Size size;
  private final Pen pen;
  private final double scale;
  private final List<String> names;
  private final String yName;
  private final List<List<Integer>> legend;
  private final Ticks yTicks;
  private final Frame frame;

  /**
   * The measures of a drawing.
   *
   * @param scale how much larger than usual texts and strokes are
   * @param left the least room left of the y axis
   * @param top the least room above it
   */
  record Measures(Size size, double scale, double left, double top) {
    static Measures of(Size size) {
      return new Measures(size, ChartDrawing.scale(size), 0, 0);
    }
  }

  ChartDrawing(Chart chart, Size size, Pen pen) {
    this(chart, Measures.of(size), pen);
  }

  ChartDrawing(Chart chart, Measures measures, Pen pen) {
    this.chart = chart;
    this.size = measures.size;
    this.pen = pen;
    this.scale = measures.scale;
    this.names = chart.series().stream().map(Series::name).toList();
    this.legend = legend();
    this.yName = (chart.yName() + (chart.y().logarithmic() ? " (log)" : "")).strip();
    double lines = legend.size() + (chart.title().isEmpty() ? 0 : 1.2) + (yName.isEmpty() ? 0 : 1);
    double top = Math.max(px(12) + px(18) * lines, measures.top);
    double bottom = px(42);
    this.yTicks = chart.yTicks((int) ((size.height() - top - bottom) / px(48)));
    double labels = yTicks.labelled().stream().mapToDouble(t -> width(t.label())).max().orElse(0);
    double left = Math.max(px(16) + labels, measures.left);
    this.frame =
        new Frame(
            chart,
            left,
            top,
            Math.max(size.width() - left - right(), 1),
            Math.max(size.height() - top - bottom, 1));
  }

  /** How much larger than usual texts and strokes are. */
  static double scale(Size size) {
    return Math.max(
        Math.min(size.width() / USUAL_WIDTH, size.height() / USUAL_HEIGHT), LEAST_SCALE);
  }

  Frame frame() {
    return frame;
  }

  private double px(double length) {
    return length * scale;
  }

  double width(String text) {
    return px(TextWidth.of(text) * TEXT * CHARACTER);
  }

  /** Room for half of the number at the right end of the x axis. */
  private double right() {
    List<Tick> ticks = chart.xTicks((int) (size.width() / px(90))).labelled();
    String last = ticks.isEmpty() ? "" : ticks.get(ticks.size() - 1).label();
    return Math.max(px(18), width(last) / 2 + px(2));
  }

  /** The curves of each line of the legend; none for a single curve, which the y axis names. */
  private List<List<Integer>> legend() {
    List<List<Integer>> lines = new ArrayList<>();
    double room = size.width() - px(2 * 16);
    double used = room;
    int most = Math.max((int) (size.height() / px(18) / 4), 1);
    for (int i = 0; i < names.size() && names.size() > 1; i++) {
      double width = px(SAMPLE + 24) + width(names.get(i));
      if (used + width > room) {
        if (lines.size() == most) {
          break;
        }
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(i);
      used += width;
    }
    return lines;
  }

  void draw() {
    drawAround();
    drawCurves();
  }

  /** All but the curves. */
  void drawAround() {
    if (!chart.title().isEmpty()) {
      pen.text(chart.title(), new Place(px(16), px(22), Anchor.START), true);
    }
    drawLegend();
    drawGrid();
    for (int i = 0; i < chart.guides().size(); i++) {
      drawGuide(chart.guides().get(i), i);
    }
  }

  /** A line from top to bottom, with its name at a height of its own. */
  private void drawGuide(Guide guide, int index) {
    double x = frame.x(guide.x());
    double right = frame.left() + frame.width();
    if (guide.shades()) {
      double end = Math.min(x, right);
      pen.wash(
          Ink.ofCurve(GOOD),
          SHADE,
          new Rectangle2D.Double(frame.left(), frame.top(), end - frame.left(), frame.height()));
    }
    if (x >= frame.left() && x <= right) {
      pen.stroke(
          Ink.AXIS,
          1.2 * scale,
          List.of(new double[] {x, frame.top(), x, frame.top() + frame.height()}));
      double y = frame.top() + px(16) * (index + 1);
      boolean left = x > frame.left() + frame.width() / 2;
      double width = width(guide.name());
      pen.wash(
          Ink.PAPER,
          VEIL,
          new Rectangle2D.Double(
              left ? x - px(8) - width : x + px(4), y - px(12), width + px(4), px(16)));
      pen.text(
          guide.name(),
          new Place(x + px(left ? -6 : 6), y, left ? Anchor.END : Anchor.START),
          false);
    }
  }

  void drawCurves() {
    Iterator<String> sentences = chart.sentences().iterator();
    for (int i = 0; i < chart.series().size(); i++) {
      drawCurve(i, sentences.next());
    }
  }

  private void drawLegend() {
    double y = px(18) + px(18) * (chart.title().isEmpty() ? 0 : 1.2);
    int shown = 0;
    for (List<Integer> line : legend) {
      double x = px(16);
      for (int curve : line) {
        pen.sample(curve, x, y - px(4), px(SAMPLE));
        pen.text(names.get(curve), new Place(x + px(SAMPLE + 6), y, Anchor.START), false);
        x += px(SAMPLE + 24) + width(names.get(curve));
      }
      shown += line.size();
      y += px(18);
    }
    if (shown > 0 && shown < names.size()) {
      String more = "and %,d more".formatted(names.size() - shown);
      pen.text(more, new Place(size.width() - px(18), y - px(18), Anchor.END), false);
    }
  }

  private void drawGrid() {
    double right = frame.left() + frame.width();
    double bottom = frame.top() + frame.height();
    for (Tick tick : yTicks.labelled()) {
      double y = frame.y(tick.value());
      pen.line(Pen.Stroke.GRID, frame.left(), y, right, y);
      pen.text(tick.label(), new Place(frame.left() - px(7), y + px(4), Anchor.END), false);
    }
    for (double minor : yTicks.minor()) {
      double y = frame.y(minor);
      pen.line(Pen.Stroke.AXIS, frame.left() - px(3), y, frame.left(), y);
    }
    for (Tick tick : chart.xTicks((int) (frame.width() / px(90))).labelled()) {
      double x = frame.x(tick.value());
      pen.line(Pen.Stroke.GRID, x, frame.top(), x, bottom);
      pen.text(tick.label(), new Place(x, bottom + px(16), Anchor.MIDDLE), false);
    }
    pen.text(yName, new Place(px(16), frame.top() - px(8), Anchor.START), false);
    pen.line(Pen.Stroke.AXIS, frame.left(), frame.top(), frame.left(), bottom);
    pen.line(Pen.Stroke.AXIS, frame.left(), bottom, right, bottom);
    String name = chart.xName() + (chart.x().logarithmic() ? " (log)" : "");
    pen.text(
        name, new Place(frame.left() + frame.width() / 2, bottom + px(33), Anchor.MIDDLE), false);
  }

  /** Whether each point of a curve is a dot. */
  static boolean isDotted(Series series) {
    return series.size() <= DOTTED;
  }

  private void drawCurve(int index, String sentence) {
    Series series = chart.series().get(index);
    Outline outline = Outline.of(series, frame);
    pen.curve(index, outline, isDotted(series), sentence);
    outline.marks().forEach(x -> pen.mark(index, x, frame.top() + px(5)));
  }
}
