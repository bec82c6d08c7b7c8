package gdtrain.report.picture;

import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Scale.Extent;
import java.util.List;

/** Dots over two axes, with straight lines to compare them with. */
public final class ScatterPicture {
  /** Fewer dots are larger. */
  private static final int FEW = 100;

  private ScatterPicture() {}

  /** A dot. */
  public record Dot(double x, double y) {}

  /**
   * What a picture shows.
   *
   * @param dots those that are no finite numbers are left out
   * @param lines beneath them
   * @param logX whether the x axis is logarithmic, where all are above 0
   */
  public record Dots(String xName, String yName, List<Dot> dots, List<Series> lines, boolean logX) {
    /** Copies the lists. */
    public Dots {
      dots = dots.stream().filter(d -> Double.isFinite(d.x) && Double.isFinite(d.y)).toList();
      lines = List.copyOf(lines);
    }
  }

  /** The element of a page. */
  public static String svg(Dots dots, Size size, String label) {
    Extent xs = Extent.NONE;
    Extent ys = Extent.NONE;
    for (Series line : dots.lines) {
      for (int i = 0; i < line.size(); i++) {
        xs = xs.with(line.x(i));
        ys = ys.with(line.y(i));
      }
    }
    for (Dot dot : dots.dots) {
      xs = xs.with(dot.x);
      ys = ys.with(dot.y);
    }
    boolean logX = dots.logX && xs.isPositive();
    Chart chart =
        new Chart(
            "",
            dots.xName,
            logX && !xs.isEmpty() ? Scale.logarithmic(xs) : Scale.linear(xs),
            dots.yName,
            Scale.linear(ys),
            false,
            dots.lines);
    Measures measures = new Measures(size, 1, 0, 0);
    Frame frame = new ChartDrawing(chart, measures, null).frame();
    StringBuilder path = new StringBuilder();
    for (Dot dot : dots.dots) {
      path.append('M')
          .append(SvgPicture.number(frame.x(dot.x)))
          .append(' ')
          .append(SvgPicture.number(frame.y(dot.y)))
          .append("h0");
    }
    return new SvgDrawing()
        .add(SvgPicture.part(chart, measures, ChartDrawing::drawAround))
        .add(
            "<g class=\"reference\">"
                + SvgPicture.part(chart, measures, ChartDrawing::drawCurves)
                + "</g>")
        .path(dots.dots.size() > FEW ? "c0 cloud" : "c0 dots", path.toString())
        .svg(size, label);
  }
}
