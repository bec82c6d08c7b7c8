package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.picture.BarPicture.Bar;
import gdtrain.report.picture.MatrixPicture.Cells;
import gdtrain.report.picture.ScatterPicture.Dot;
import gdtrain.report.picture.ScatterPicture.Dots;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bars, dots and matrices of a page. */
class PagePicturesTest {
  private static final String HOSTILE = "</svg><script>alert(1)</script>\u202e";

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  @Test
  void barsAreAsLongAsTheirValues() {
    String svg =
        BarPicture.svg(
            List.of(new Bar("a", 2, 0), new Bar("b", -1, 0), new Bar("c", 0, 0)), "bars");
    List<String> widths = all(svg, "<rect[^>]* width=\"([^\"]*)\"");

    assertEquals(3, widths.size());
    assertEquals(2 * Double.parseDouble(widths.get(1)), Double.parseDouble(widths.get(0)), 0.2);
    assertEquals("0", widths.get(2));
    assertEquals(List.of("f0", "f1", "f0"), all(svg, "<rect class=\"([^\"]*)\""));
    assertEquals(List.of("a", "2", "b", "-1", "c", "0"), all(svg, "<text[^>]*>([^<]*)<"));
  }

  @Test
  void anArrowPointsWhereTheGradientLeads() {
    String still = BarPicture.svg(List.of(new Bar("a", 1, 0)), "bars");
    String right = BarPicture.svg(List.of(new Bar("a", 1, 3)), "bars");
    String left = BarPicture.svg(List.of(new Bar("a", 1, -3)), "bars");

    assertFalse(still.contains("h10") || still.contains("h-10"), still);
    assertTrue(right.contains("h10m-4"), right);
    assertTrue(left.contains("h-10m4"), left);
  }

  @Test
  void whatIsNoNumberHasNoBar() {
    String svg = BarPicture.svg(List.of(new Bar("a", Double.NaN, 0)), "bars");

    assertTrue(svg.contains("width=\"0\""), svg);
    assertTrue(svg.contains(">-</text>"), svg);
    assertFalse(svg.contains("NaN"), svg);
  }

  @Test
  void dotsLieOnTheLineWhereBothAreEqual() {
    Series line = new Series("");
    line.add(0, 0);
    line.add(10, 10);
    List<Dot> dots = List.of(new Dot(0, 0), new Dot(10, 10), new Dot(Double.NaN, 1));
    String svg =
        ScatterPicture.svg(
            new Dots("x", "y", dots, List.of(line), false), new Size(400, 300), "dots");
    String path = all(svg, "class=\"c0 dots\" d=\"([^\"]*)\"").get(0);
    String reference = all(svg, "class=\"curve\" d=\"([^\"]*)\"").get(0);

    assertEquals(path.replace("h0M", "L").replace("h0", ""), reference);
  }

  @Test
  void axesAreLogarithmicOnlyWhereAllAllowsIt() {
    List<Dot> dots = List.of(new Dot(0.01, 1), new Dot(1, 2), new Dot(100, 3));
    String svg =
        ScatterPicture.svg(new Dots("lr", "y", dots, List.of(), true), new Size(400, 300), "");
    String zero =
        ScatterPicture.svg(
            new Dots("lr", "y", List.of(new Dot(0, 1), new Dot(1, 2)), List.of(), true),
            new Size(400, 300),
            "");

    assertTrue(svg.contains("lr (log)"), svg);
    assertFalse(zero.contains("(log)"), zero);
  }

  @Test
  void manyDotsAreSmall() {
    List<Dot> dots = IntStream.range(0, 500).mapToObj(i -> new Dot(i, i)).toList();
    String svg =
        ScatterPicture.svg(new Dots("x", "y", dots, List.of(), false), new Size(400, 300), "");

    assertTrue(svg.contains("c0 cloud"), svg.substring(0, 200));
  }

  @Test
  void cellsAreAsDarkAsTheirShareOfTheRow() {
    String svg =
        MatrixPicture.svg(
            new Cells(
                List.of("no", "yes, but a long name"),
                List.of(List.of(3.0, 1.0), List.of(0.0, 0.0)),
                List.of(List.of("3", "1"), List.of("0", "0")),
                "truth",
                "prediction"),
            "matrix");

    assertEquals(List.of("0.38", "0.13", "0.00", "0.00"), all(svg, "fill-opacity=\"([^\"]*)\""));
    assertTrue(svg.contains("rotate(-90)"), svg);
  }

  @Test
  void namesStayText() {
    String all =
        BarPicture.svg(List.of(new Bar(HOSTILE, 1, 0)), HOSTILE)
            + ScatterPicture.svg(
                new Dots(HOSTILE, HOSTILE, List.of(), List.of(), false),
                new Size(400, 300),
                HOSTILE)
            + MatrixPicture.svg(
                new Cells(
                    List.of(HOSTILE),
                    List.of(List.of(1.0)),
                    List.of(List.of("1")),
                    HOSTILE,
                    HOSTILE),
                HOSTILE);

    assertFalse(all.contains("<script") || all.contains("\u202e"), all);
  }
}
