package gdtrain.report.picture;

import gdtrain.report.MarkupText;
import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Vertex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A chart as SVG: one path for each curve, texts as text, a title and a description for readers,
 * colours of a light and a dark theme. Nothing in it is loaded or run.
 */
public final class SvgPicture implements Pen {
  private static final String FONT = "system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

  private final Chart chart;
  private final Measures measures;
  private final Optional<Theme> theme;
  private final StringBuilder body = new StringBuilder();
  private final double scale;

  private SvgPicture(Chart chart, Measures measures, Optional<Theme> theme) {
    this.chart = chart;
    this.measures = measures;
    this.theme = theme;
    this.scale = measures.scale();
  }

  /** The elements of a part of a picture on a page, whose style they have. */
  static String part(Chart chart, Measures measures, Consumer<ChartDrawing> draw) {
    SvgPicture pen = new SvgPicture(chart, measures, Optional.empty());
    draw.accept(new ChartDrawing(chart, measures, pen));
    return pen.body.toString();
  }

  /**
   * The text of a picture.
   *
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(Chart chart, Size size, Optional<Theme> theme) {
    return new SvgPicture(chart, Measures.of(size), theme).text();
  }

  private String text() {
    new ChartDrawing(chart, measures, this).draw();
    Size size = measures.size();
    String title = chart.title().isEmpty() ? chart.yName() : chart.title();
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="title desc">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        <style>%s</style>
        <rect class="paper" width="100%%" height="100%%"/>
        %s</svg>
        """
        .formatted(
            size.width(),
            size.height(),
            size.width(),
            size.height(),
            MarkupText.escaped(title),
            MarkupText.escaped(chart.sentences().collect(Collectors.joining("; "))),
            style(),
            body);
  }

  /** The rules of the themes. */
  private String style() {
    String common =
        "text{font:%spx %s}.title{font-size:%spx;font-weight:600}"
                .formatted(number(12 * scale), FONT, number(15 * scale))
            + "path{fill:none;stroke-width:%s;stroke-linejoin:round;stroke-linecap:round}"
                .formatted(number(1.7 * scale))
            + ".dots{stroke-width:%s}.grid,.axis{stroke-width:%s}"
                .formatted(number(5 * scale), number(scale));
    return theme
        .map(one -> common + colours(one))
        .orElseGet(
            () ->
                common
                    + colours(Theme.LIGHT)
                    + "@media(prefers-color-scheme:dark){%s}".formatted(colours(Theme.DARK)));
  }

  private String colours(Theme of) {
    StringBuilder rules = new StringBuilder();
    rules.append(
        ".paper{fill:%s}text{fill:%s}".formatted(Theme.css(of.paper()), Theme.css(of.ink())));
    rules.append(".axis{stroke:%s}".formatted(Theme.css(of.axis())));
    rules.append(".grid{stroke:%s}".formatted(Theme.css(of.grid())));
    for (int i = 0; i < Math.min(chart.series().size(), Theme.colours()); i++) {
      rules.append(".c%d{stroke:%s}".formatted(i, Theme.css(of.curve(i))));
    }
    return rules.toString();
  }

  @Override
  public void line(Stroke stroke, double x1, double y1, double x2, double y2) {
    String name = stroke == Stroke.GRID ? "grid" : "axis";
    body.append(
        "<path class=\"%s\" d=\"M%s %sL%s %s\"/>\n"
            .formatted(name, number(x1), number(y1), number(x2), number(y2)));
  }

  @Override
  public void text(String text, Place place, boolean title) {
    String anchor = place.anchor().name().toLowerCase(java.util.Locale.ROOT);
    body.append("<text x=\"%s\" y=\"%s\"".formatted(number(place.x()), number(place.y())));
    body.append(place.anchor() == Anchor.START ? "" : " text-anchor=\"" + anchor + "\"");
    body.append(title ? " class=\"title\"" : "");
    body.append('>').append(MarkupText.escaped(text)).append("</text>\n");
  }

  @Override
  public void curve(int index, Outline outline, boolean dotted, String sentence) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < outline.vertices().size(); i++) {
      Vertex vertex = outline.vertices().get(i);
      String at = number(vertex.x()) + " " + number(vertex.y());
      path.append(vertex.starts() ? "M" : "L").append(at);
      dots.append(dotted || outline.isDot(i) ? "M" + at + "h0" : "");
    }
    body.append(
        "<g class=\"c%d\"><title>%s</title><path class=\"curve\"%s d=\"%s\"/>"
            .formatted(index % Theme.colours(), MarkupText.escaped(sentence), dashes(index), path));
    body.append(dots.isEmpty() ? "" : "<path class=\"dots\" d=\"" + dots + "\"/>");
    body.append("</g>\n");
  }

  @Override
  public void sample(int curve, double x, double y, double length) {
    body.append(
        "<path class=\"c%d\"%s d=\"M%s %sh%s\"/>\n"
            .formatted(
                curve % Theme.colours(), dashes(curve), number(x), number(y), number(length)));
  }

  @Override
  public void mark(int curve, double x, double y) {
    String arm = number(4 * scale);
    String across = number(8 * scale);
    body.append(
        "<path class=\"c%d mark\" d=\"M%s %sm-%s -%sl%s %sm0 -%sl-%s %s\"><title>NaN or infinite</title></path>\n"
            .formatted(
                curve % Theme.colours(),
                number(x),
                number(y),
                arm,
                arm,
                across,
                across,
                across,
                across,
                across));
  }

  private String dashes(int curve) {
    List<Integer> dashes = Theme.dashes(curve);
    return dashes.isEmpty()
        ? ""
        : dashes.stream()
            .map(dash -> number(dash * scale))
            .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
  }

  /** A tenth of a pixel is enough. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
