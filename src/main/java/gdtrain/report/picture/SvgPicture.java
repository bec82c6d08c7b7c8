package gdtrain.report.picture;

import gdtrain.report.MarkupText;
import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Vertex;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A picture as SVG: one path for each curve, texts as text, a title and a description for readers,
 * colours of a light and a dark theme. Nothing in it is loaded or run.
 */
public final class SvgPicture implements Pen {
  private static final String FONT = "system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

  private final Measures measures;
  private final Optional<Theme> theme;
  private final StringBuilder body = new StringBuilder();
  private final double scale;

  private SvgPicture(Measures measures, Optional<Theme> theme) {
    this.measures = measures;
    this.theme = theme;
    this.scale = measures.scale();
  }

  /** The elements of a part of a picture on a page, whose style they have. */
  static String part(Chart chart, Measures measures, Consumer<ChartDrawing> draw) {
    SvgPicture pen = new SvgPicture(measures, Optional.empty());
    draw.accept(new ChartDrawing(chart, measures, pen));
    return pen.body.toString();
  }

  /** A picture as an element of a page, whose style it has, with texts 12 pixels high. */
  public static String element(Drawable picture, Size size) {
    SvgPicture pen = new SvgPicture(new Measures(size, 1, 0, 0), Optional.empty());
    picture.draw(pen.measures, pen);
    return "<svg width=\"%1$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"%3$s\">\n%4$s</svg>\n"
        .formatted(
            size.width(), size.height(), MarkupText.escaped(picture.description()), pen.body);
  }

  /**
   * The text of a picture.
   *
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(Drawable picture, Size size, Optional<Theme> theme) {
    return new SvgPicture(Measures.of(size), theme).text(picture);
  }

  private String text(Drawable picture) {
    picture.draw(measures, this);
    Size size = measures.size();
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
            MarkupText.escaped(picture.label()),
            MarkupText.escaped(picture.description()),
            style(picture.curves()),
            body);
  }

  /** The rules of the themes. */
  private String style(int curves) {
    String common =
        "text{font:%spx %s}.title{font-size:%spx;font-weight:600}"
                .formatted(number(12 * scale), FONT, number(15 * scale))
            + "path{fill:none;stroke-width:%s;stroke-linejoin:round;stroke-linecap:round}"
                .formatted(number(1.7 * scale))
            + ".dots{stroke-width:%s}.grid,.axis{stroke-width:%s}"
                .formatted(number(5 * scale), number(scale));
    return theme
        .map(one -> common + colours(one, curves))
        .orElseGet(
            () ->
                common
                    + colours(Theme.LIGHT, curves)
                    + "@media(prefers-color-scheme:dark){%s}"
                        .formatted(colours(Theme.DARK, curves)));
  }

  private static String colours(Theme of, int curves) {
    StringBuilder rules = new StringBuilder();
    rules.append(
        ".paper{fill:%s}text{fill:%s}".formatted(Theme.css(of.paper()), Theme.css(of.ink())));
    rules.append(".axis{stroke:%s}".formatted(Theme.css(of.axis())));
    rules.append(
        ".on-paper{stroke:%s}.in-ink{stroke:%s}"
            .formatted(Theme.css(of.paper()), Theme.css(of.ink())));
    rules.append(".grid{stroke:%s}".formatted(Theme.css(of.grid())));
    for (int i = 0; i < Math.min(curves, Theme.colours()); i++) {
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

  /** By attributes, which the rules of a page for its paths do not reach. */
  @Override
  public void stroke(Ink ink, double width, List<double[]> lines) {
    for (double[] line : lines) {
      StringJoiner points = new StringJoiner(" ");
      for (int i = 0; i < line.length; i += 2) {
        points.add(number(line[i]) + "," + number(line[i + 1]));
      }
      if (line.length == 2) {
        points.add(points.toString());
      }
      body.append(
          "<polyline class=\"%s\" fill=\"none\" stroke-width=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\" points=\"%s\"/>\n"
              .formatted(ink.name(), number(width), points));
    }
  }

  @Override
  public void wash(Ink ink, double opacity, Rectangle2D area) {
    body.append(
        "<line class=\"%s\" stroke-width=\"%s\" opacity=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%4$s\" y2=\"%4$s\"/>\n"
            .replace("%4$s", number(area.getCenterY()))
            .formatted(
                ink.name(),
                number(area.getHeight()),
                opacity,
                number(area.getMinX()),
                number(area.getMaxX())));
  }

  @Override
  public void image(BufferedImage image, Rectangle2D area) {
    body.append(
        "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>\n"
            .formatted(
                number(area.getX()),
                number(area.getY()),
                number(area.getWidth()),
                number(area.getHeight()),
                Base64.getEncoder().encodeToString(PngPicture.bytes(image))));
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
