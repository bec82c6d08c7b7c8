package gdtrain.report.picture;

import static gdtrain.report.picture.SvgPicture.number;

import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.picture.Pen.Anchor;
import java.util.List;

/** Bars from 0 to the right or to the left, one below the other, each with a name and its value. */
public final class BarPicture {
  private static final int WIDTH = 560;
  private static final double ROW = 21;
  private static final double BAR = 13;
  private static final int LONGEST_NAME = 26;
  private static final double GAP = 8;

  private BarPicture() {}

  /**
   * A bar.
   *
   * @param value where it ends; one that is no finite number has no bar
   * @param direction below 0: an arrow to the left, above 0: to the right
   */
  public record Bar(String name, double value, double direction) {
    String shown() {
      return TextWidth.shortened(name, LONGEST_NAME);
    }

    String text() {
      return Double.isNaN(value) ? "-" : NumberText.text(value);
    }

    double length() {
      return Double.isFinite(value) ? value : 0;
    }
  }

  /** The element of a page. */
  public static String svg(List<Bar> bars, String label) {
    double left = bars.stream().mapToDouble(bar -> SvgDrawing.width(bar.shown())).max().orElse(0);
    double texts = bars.stream().mapToDouble(bar -> SvgDrawing.width(bar.text())).max().orElse(0);
    boolean arrows = bars.stream().anyMatch(bar -> bar.direction != 0);
    double low = Math.min(bars.stream().mapToDouble(Bar::length).min().orElse(0), 0);
    double high = Math.max(bars.stream().mapToDouble(Bar::length).max().orElse(0), 0);
    double start = left + GAP + (low < 0 ? texts + GAP : 0);
    double room = WIDTH - start - GAP - (high > 0 ? texts + GAP : 0) - (arrows ? 2 * GAP : 0);
    // halves, since the difference of two doubles may be none
    double unit = high / 2 - low / 2 > 0 ? room / (high / 2 - low / 2) / 2 : 0;
    double zero = start - (unit > 0 ? low * unit : 0);
    SvgDrawing drawing = new SvgDrawing();
    double y = 2;
    for (Bar bar : bars) {
      add(bar, left, new double[] {zero, unit}, y, drawing);
      y += ROW;
    }
    drawing.path("axis", "M%s 0v%s".formatted(number(zero), number(y)));
    return drawing.svg(new Size(WIDTH, (int) y + 2), label);
  }

  private static void add(Bar bar, double left, double[] axis, double y, SvgDrawing drawing) {
    double end = axis[0] + bar.length() * axis[1];
    double base = y + BAR - 1.5;
    drawing.text(bar.shown(), left, base, Anchor.END);
    drawing.rectangle(
        bar.length() < 0 ? "f1" : "f0", Math.min(axis[0], end), y, Math.abs(end - axis[0]), BAR);
    boolean right = bar.length() >= 0;
    drawing.text(
        bar.text(), end + (right ? GAP / 2 : -GAP / 2), base, right ? Anchor.START : Anchor.END);
    if (bar.direction != 0) {
      drawing.path("axis", arrow(bar.direction > 0 ? 1 : -1, y + BAR / 2));
    }
  }

  /** An arrow at the right edge, to the right if {@code way} is 1, to the left if it is -1. */
  private static String arrow(int way, double y) {
    return "M%s %sh%dm%d -4l%d 4l%d 4"
        .formatted(number(WIDTH - GAP - 5 * way), number(y), 10 * way, -4 * way, 4 * way, -4 * way);
  }
}
