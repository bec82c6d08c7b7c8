package gdtrain.report.picture;

import gdtrain.report.MarkupText;
import gdtrain.report.NumberText;
import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Outline.Vertex;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A chart on a page, whose script tells its values and redraws it over its other y axis: linear or,
 * where all values are above 0, logarithmic.
 */
public final class PageChart {
  private final Measures measures;
  private final List<Chart> charts;

  /**
   * A chart.
   *
   * @param chart as it is seen first, without a title where the page has one
   * @param size at which texts are 12 pixels high
   * @param switches whether it may have another axis
   */
  public PageChart(Chart chart, Size size, boolean switches) {
    this.charts =
        Stream.concat(Stream.of(chart), chart.other().filter(other -> switches).stream()).toList();
    Measures own = new Measures(size, 1, 0, 0);
    List<Frame> frames =
        charts.stream().map(each -> new ChartDrawing(each, own, null).frame()).toList();
    double left = frames.stream().mapToDouble(Frame::left).max().orElseThrow();
    double top = frames.stream().mapToDouble(Frame::top).max().orElseThrow();
    this.measures = new Measures(size, 1, left, top);
  }

  /** Whether there is another y axis. */
  public boolean switches() {
    return charts.size() > 1;
  }

  /** Whether the y axis that is seen first is logarithmic. */
  public boolean isLogarithmic() {
    return charts.get(0).y().logarithmic();
  }

  /**
   * Its element.
   *
   * @param label what it shows, for readers who cannot see it
   */
  public String svg(String label) {
    StringBuilder around = new StringBuilder();
    for (int i = 0; i < charts.size(); i++) {
      around.append(
          "<g class=\"around\"%s>%s</g>"
              .formatted(
                  i == 0 ? "" : " display=\"none\"",
                  SvgPicture.part(charts.get(i), measures, ChartDrawing::drawAround)));
    }
    return "<svg width=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" tabindex=\"0\" aria-label=\"%s\">%s%s</svg>\n"
        .formatted(
            measures.size().width(),
            measures.size().width(),
            measures.size().height(),
            MarkupText.escaped(label),
            around,
            SvgPicture.part(charts.get(0), measures, ChartDrawing::drawCurves));
  }

  /** A sentence about each curve. */
  public String sentences() {
    return charts.get(0).sentences().collect(Collectors.joining("; "));
  }

  /** The points that are drawn, and how the axes run. */
  public String json() {
    Frame frame = frame();
    return "{\"x\":%s,\"colours\":%d,\"left\":%s,\"top\":%s,\"width\":%s,\"height\":%s,\"xs\":%s,\"ys\":[%s],\"curves\":[%s]}"
        .formatted(
            MarkupText.json(charts.get(0).xName()),
            Theme.colours(),
            SvgPicture.number(frame.left()),
            SvgPicture.number(frame.top()),
            SvgPicture.number(frame.width()),
            SvgPicture.number(frame.height()),
            json(charts.get(0).x()),
            charts.stream().map(chart -> json(chart.y())).collect(Collectors.joining(",")),
            charts.get(0).series().stream().map(this::json).collect(Collectors.joining(",")));
  }

  private Frame frame() {
    return new ChartDrawing(charts.get(0), measures, null).frame();
  }

  private static String json(Scale scale) {
    return "[%s,%s,%b]".formatted(scale.low(), scale.high(), scale.logarithmic());
  }

  private String json(Series series) {
    List<Vertex> vertices = Outline.of(series, frame()).vertices();
    StringJoiner xs = new StringJoiner(" ");
    StringJoiner ys = new StringJoiner(" ");
    for (Vertex vertex : vertices) {
      xs.add(NumberText.text(series.x(vertex.point())));
      ys.add(NumberText.text(series.y(vertex.point())));
    }
    String starts =
        IntStream.range(0, vertices.size())
            .filter(i -> vertices.get(i).starts())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return "{\"name\":%s,\"dotted\":%b,\"x\":\"%s\",\"y\":\"%s\",\"starts\":[%s]}"
        .formatted(MarkupText.json(series.name()), ChartDrawing.isDotted(series), xs, ys, starts);
  }
}
