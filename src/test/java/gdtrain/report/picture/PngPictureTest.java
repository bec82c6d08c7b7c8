package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.Outline.Frame;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPictureTest {
  private static final Size SIZE = new Size(400, 300);

  private static BufferedImage image(Chart chart, Theme theme) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PngPicture.of(chart, SIZE, theme)));
  }

  /** How far a colour is from another, at most 255. */
  private static int difference(int one, int other) {
    Color a = new Color(one);
    Color b = new Color(other);
    return Math.max(
        Math.abs(a.getRed() - b.getRed()),
        Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
  }

  private static boolean isNear(BufferedImage image, double x, double y, int colour) {
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        if (difference(image.getRGB((int) x + i, (int) y + j), colour) < 60) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theCurveIsWhereItsValuesAre() throws Exception {
    Series series = Charts.flat(5000, 3100, 4);
    Chart chart = Charts.chart(series);
    Frame frame = new ChartDrawing(chart, SIZE, null).frame();
    for (Theme theme : ThemeTest.themes()) {
      BufferedImage image = image(chart, theme);

      assertEquals(SIZE, new Size(image.getWidth(), image.getHeight()));
      assertEquals(0, difference(theme.paper(), image.getRGB(2, 2)));
      for (int x : new int[] {0, 1000, 2222, 4999}) {
        assertTrue(isNear(image, frame.x(x), frame.y(1), theme.curve(0)), "at " + x);
        assertTrue(!isNear(image, frame.x(x) + 3, frame.y(3.9), theme.curve(0)), "over " + x);
      }
      assertTrue(isNear(image, frame.x(3100), frame.y(3.9), theme.curve(0)), "the peak");
    }
  }

  @Test
  void whatIsNoNumberIsMarkedAndASinglePointSeen() throws Exception {
    Chart chart = Charts.chart(Charts.series("loss", 1, Double.POSITIVE_INFINITY, 2));
    Frame frame = new ChartDrawing(chart, SIZE, null).frame();
    BufferedImage image = image(chart, Theme.LIGHT);

    assertTrue(isNear(image, frame.x(1), frame.top() + 3, Theme.LIGHT.curve(0)));
    assertTrue(isNear(image, frame.x(2), frame.y(2), Theme.LIGHT.curve(0)));
    assertTrue(!isNear(image, frame.x(1), frame.y(1.5), Theme.LIGHT.curve(0)));
  }

  @Test
  void severalCurvesHaveSeveralColoursAndALegend() throws Exception {
    Series[] three = {Charts.series("a", 1, 1), Charts.series("b", 2, 2), Charts.series("c", 3, 3)};
    Chart chart = Charts.chart(three);
    Frame frame = new ChartDrawing(chart, SIZE, null).frame();
    BufferedImage image = image(chart, Theme.LIGHT);

    for (int i = 0; i < three.length; i++) {
      double y = frame.y(i + 1);
      int colour = Theme.LIGHT.curve(i);
      boolean seen = false;
      for (int x = 2; x < 12; x++) { // longer than a gap between dashes
        seen |= isNear(image, frame.x(0) + x, y, colour);
      }
      assertTrue(seen, "" + i);
    }
  }

  @Test
  void theSameValuesAreTheSameBytes() throws Exception {
    Chart chart = Charts.chart(Charts.series("loss", 3, 1, 2));
    byte[] one = PngPicture.of(chart, SIZE, Theme.DARK);

    assertTrue(one.length > 500);
    assertArrayEquals(one, PngPicture.of(chart, SIZE, Theme.DARK));
  }
}
