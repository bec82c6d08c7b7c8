package gdtrain.report.picture;

import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Vertex;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture as PNG, drawn by Java's own graphics without a display. */
public final class PngPicture implements Pen {
  private final Graphics2D graphics;
  private final Theme theme;
  private final double scale;
  private final Font plain;
  private final Font bold;

  private PngPicture(Graphics2D graphics, Theme theme, double scale) {
    this.graphics = graphics;
    this.theme = theme;
    this.scale = scale;
    this.plain = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (12 * scale));
    this.bold = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) (15 * scale));
  }

  /**
   * The bytes of a picture.
   *
   * @throws IOException if this Java or this system cannot draw; the message says why and what to
   *     do
   */
  public static byte[] of(Drawable drawable, Size size, Theme theme) throws IOException {
    System.setProperty("java.awt.headless", "true");
    ShippedFont font = ShippedFont.unlessThereAreOthers();
    try {
      BufferedImage image =
          new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      PngPicture picture = new PngPicture(graphics, theme, ChartDrawing.scale(size));
      picture.checkFonts();
      picture.prepare(size);
      drawable.draw(Measures.of(size), picture);
      graphics.dispose();
      return bytes(image);
    } catch (LinkageError e) {
      throw withoutFonts(e); // a Java without its desktop, or a system without libraries for fonts
    } finally {
      font.close();
    }
  }

  /** An image as a file has it. */
  static byte[] bytes(BufferedImage image) {
    ImageIO.setUseCache(false); // no file in the temporary folder
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written to
    }
    return bytes.toByteArray();
  }

  /** Without a font on the system Java fails in more than one way. */
  private void checkFonts() throws IOException {
    try {
      graphics.getFontMetrics(plain);
    } catch (InternalError | RuntimeException e) {
      throw withoutFonts(e);
    }
  }

  private static IOException withoutFonts(Throwable cause) {
    return new IOException(
        "Java finds no fonts on this system; install some (fontconfig and DejaVu), or name a file"
            + " .svg or .html",
        cause);
  }

  private void prepare(Size size) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(new Color(theme.paper()));
    graphics.fillRect(0, 0, size.width(), size.height());
  }

  private void stroke(int colour, double width, List<Integer> dashes) {
    float[] lengths = new float[dashes.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) (dashes.get(i) * scale);
    }
    graphics.setColor(new Color(colour));
    graphics.setStroke(
        new BasicStroke(
            (float) (width * scale),
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            1,
            lengths.length == 0 ? null : lengths,
            0));
  }

  @Override
  public void line(Stroke stroke, double x1, double y1, double x2, double y2) {
    stroke(stroke == Stroke.GRID ? theme.grid() : theme.axis(), 1, List.of());
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void text(String text, Place place, boolean title) {
    graphics.setColor(new Color(theme.ink()));
    graphics.setFont(title ? bold : plain);
    FontMetrics metrics = graphics.getFontMetrics();
    double width = metrics.stringWidth(text);
    double before =
        switch (place.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    graphics.drawString(text, (float) (place.x() - before), (float) place.y());
  }

  @Override
  public void curve(int index, Outline outline, boolean dotted, String sentence) {
    Path2D path = new Path2D.Double();
    for (Vertex vertex : outline.vertices()) {
      if (vertex.starts()) {
        path.moveTo(vertex.x(), vertex.y());
      } else {
        path.lineTo(vertex.x(), vertex.y());
      }
    }
    stroke(theme.curve(index), 1.7, Theme.dashes(index));
    graphics.draw(path);
    stroke(theme.curve(index), 5, List.of());
    for (int i = 0; i < outline.vertices().size(); i++) {
      if (dotted || outline.isDot(i)) {
        Vertex vertex = outline.vertices().get(i);
        graphics.draw(new Line2D.Double(vertex.x(), vertex.y(), vertex.x(), vertex.y()));
      }
    }
  }

  @Override
  public void sample(int curve, double x, double y, double length) {
    stroke(theme.curve(curve), 1.7, Theme.dashes(curve));
    graphics.draw(new Line2D.Double(x, y, x + length, y));
  }

  @Override
  public void mark(int curve, double x, double y) {
    double arm = 4 * scale;
    stroke(theme.curve(curve), 1.7, List.of());
    graphics.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
    graphics.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
  }

  @Override
  public void stroke(Ink ink, double width, List<double[]> lines) {
    Path2D path = new Path2D.Double();
    for (double[] line : lines) {
      path.moveTo(line[0], line[1]);
      for (int i = 0; i < line.length; i += 2) {
        path.lineTo(line[i], line[i + 1]);
      }
    }
    graphics.setColor(new Color(ink.in(theme)));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  @Override
  public void wash(Ink ink, double opacity, Rectangle2D area) {
    graphics.setColor(new Color((int) Math.round(255 * opacity) << 24 | ink.in(theme), true));
    graphics.fill(area);
  }

  @Override
  public void image(BufferedImage image, Rectangle2D area) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
    graphics.drawImage(image, place, null);
  }
}
