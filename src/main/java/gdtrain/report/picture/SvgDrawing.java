package gdtrain.report.picture;

import static gdtrain.report.picture.SvgPicture.number;

import gdtrain.report.MarkupText;
import gdtrain.report.TextWidth;
import gdtrain.report.picture.Pen.Anchor;
import java.util.Locale;

/** The elements of a drawing on a page, whose style they have. Lengths are in pixels. */
final class SvgDrawing {
  /** The room of a character; no font is asked, so that a bit more. */
  private static final double CHARACTER = 8;

  private final StringBuilder body = new StringBuilder();

  /** The room that a text takes. */
  static double width(String text) {
    return TextWidth.of(text) * CHARACTER;
  }

  /** A rectangle of the class of a colour, such as {@code f0}. */
  SvgDrawing rectangle(String colour, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(colour, number(x), number(y), number(width), number(height)));
  }

  /** A path of the class of a stroke, such as {@code axis}. */
  SvgDrawing path(String stroke, String commands) {
    return add("<path class=\"%s\" d=\"%s\"/>\n".formatted(stroke, commands));
  }

  /** A text. */
  SvgDrawing text(String text, double x, double y, Anchor anchor) {
    return add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(
                number(x),
                number(y),
                anchor.name().toLowerCase(Locale.ROOT),
                MarkupText.escaped(text)));
  }

  /** What is markup already. */
  SvgDrawing add(String markup) {
    body.append(markup);
    return this;
  }

  /**
   * The element.
   *
   * @param label what it shows, for readers who cannot see it
   */
  String svg(Size size, String label) {
    return "<svg width=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s</svg>\n"
        .formatted(size.width(), size.width(), size.height(), MarkupText.escaped(label), body);
  }
}
