package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.TextWidth;
import gdtrain.report.picture.TerminalPicture.Style;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPictureTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static List<String> lines(int width, int height, boolean braille, Series... series) {
    Chart named = Charts.chart(series);
    Chart chart =
        new Chart(
            "", named.xName(), named.x(), named.yName(), named.y(), named.whole(), named.series());
    return TerminalPicture.lines(chart, new Style(new Size(width, height), braille, false));
  }

  private static void assertPicture(String expected, List<String> lines) {
    assertEquals(expected.stripTrailing(), String.join("\n", lines).stripTrailing());
  }

  @Test
  void drawsByBraille() {
    assertPicture(
        """
        loss 0
          │⠒⠤⣀⡀
          │   ⠈⠑⠒⠤⣀
        5 ┤        ⠉⠒⠤⢄⡀
          │            ⠈⠉⠒⠤⣀
        0 ┤                 ⠉⠒⠤⣀
          └┬─────────┬─────────┬
           0         2  epoch  4
        """,
        lines(24, 8, true, Charts.series("loss", 8, 6, 4, 2, 0)));
  }

  @Test
  void drawsByAscii() {
    assertPicture(
        """
        * a 0  o b 8
          |***               ooo
          |   *****     ooooo
        5 +        ooooo
          |   ooooo     *****
        0 +ooo               ***
          ++---------+---------+
           0         1  epoch  2
        """,
        lines(24, 8, false, Charts.series("a", 8, 5, 0), Charts.series("b", 1, 5, 8)));
  }

  @Test
  void marksGapsAndWhatIsNoNumber() {
    assertPicture(
        """
        loss: 4 at epoch 0, lowest 2 at epoch 3, 3 at epoch 5, 1 NaN or infinite
        4 ┤⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⣀                   ×
          │           ⠉⠉⠉⠒⠒                                                            •
        2 ┤                                              •
          │
        0 ┤
          └┬─────────────────────────────┬──────────────────────────────┬───────────────
           0                             2                              4        epoch
        """,
        lines(80, 8, true, Charts.series("loss", 4, 3, INF, 2, Double.NaN, 3)));
    assertEquals(
        List.of("a 3", "loss: no finite value, 2 NaN or infinite"),
        Stream.of(Charts.series("a", 1, 2, 3), Charts.series("loss", INF, INF))
            .map(series -> lines(series.name().equals("a") ? 24 : 60, 8, true, series).get(0))
            .toList());
  }

  /** Whatever the sizes: no line is too wide, and there are as many as were asked for. */
  @ParameterizedTest
  @CsvSource({"80, 24", "40, 12", "24, 6", "200, 60", "1, 1", "33, 7"})
  void keepsToItsSize(int width, int height) {
    Series[] series = {
      Charts.series("a rather long name that will not fit", 1e-8, 3, 2000),
      Charts.series("\u640d\u5931", 5, 1e6, Double.NaN),
      Charts.series("\u001b[31mred", 7, 7, 7),
    };
    for (boolean braille : new boolean[] {true, false}) {
      List<String> lines = lines(width, height, braille, series);

      assertEquals(Math.max(height, 6), lines.size(), String.join("\n", lines));
      for (String line : lines) {
        assertTrue(TextWidth.of(line) <= Math.max(width, 24), line);
        assertEquals(-1, line.indexOf('\u001b'), line);
      }
      boolean ascii = lines.stream().skip(1).noneMatch(line -> line.matches(".*[\u2500-\u28ff].*"));
      assertEquals(!braille, ascii);
    }
  }

  /** A peak one epoch wide among 100,000 reaches the upper rows, in either kind of characters. */
  @Test
  void losesNoPeak() {
    Series series = Charts.flat(100_000, 61_234, 9);
    for (boolean braille : new boolean[] {true, false}) {
      List<String> lines = lines(80, 20, braille, series);
      String top = lines.get(2).substring(lines.get(2).indexOf(braille ? '\u2502' : '|') + 1);
      int column = top.stripTrailing().length() - 1;

      assertEquals(61_234.0 / 100_000, column / 76.0, 0.02, top);
      for (String line : lines.subList(2, 15)) {
        char cell = line.length() > column + 3 ? line.charAt(column + 3) : ' ';
        assertTrue(cell != ' ', String.join("\n", lines));
      }
    }
  }

  @Test
  void curvesAreToldApartWithoutColour() {
    Series[] three = {
      Charts.series("a", 1, 1, 1), Charts.series("b", 2, 2, 2), Charts.series("c", 3, 3, 3)
    };
    String braille = String.join("\n", lines(60, 16, true, three));
    String ascii = String.join("\n", lines(60, 16, false, three));

    assertTrue(braille.startsWith("a a 1  b b 2  c c 3\n"), braille);
    for (String letter : List.of("a", "b", "c")) {
      assertEquals(
          3,
          braille.lines().skip(1).mapToLong(l -> count(l, letter)).sum() - extra(letter),
          braille);
    }
    assertTrue(ascii.startsWith("* a 1  o b 2  + c 3\n"), ascii);
    assertTrue(ascii.contains("***") && ascii.contains("+++") && ascii.contains("ooo"), ascii);
  }

  private static long count(String line, String letter) {
    return line.chars().filter(c -> c == letter.charAt(0)).count();
  }

  /** What the name of the x axis has of a letter. */
  private static long extra(String letter) {
    return count("epoch", letter);
  }

  @Test
  void coloursAreForTerminalsThatObeyThem() {
    Chart chart = Charts.chart(Charts.series("a", 1, 2), Charts.series("b", 2, 1));
    List<String> plain = TerminalPicture.lines(chart, new Style(new Size(60, 12), true, false));
    List<String> coloured = TerminalPicture.lines(chart, new Style(new Size(60, 12), true, true));

    assertFalse(String.join("", plain).contains("\u001b"));
    assertEquals("a title", coloured.get(0));
    assertTrue(coloured.get(1).startsWith("\u001b[34ma a 2\u001b[0m"), coloured.get(1));
    assertEquals(
        plain, coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]+m", "")).toList());
  }

  @Test
  void namesFromRightToLeftKeepToThemselves() {
    String hebrew = "\u05e9\u05dc\u05d5\u05dd";
    String arabic = "\u0645\u0631\u062d\u0628\u0627";
    Series[] two = {Charts.series(hebrew, 1, 2), Charts.series(arabic, 2, 1)};

    assertEquals(
        "a \u2068%s\u2069 2  b \u2068%s\u2069 1".formatted(hebrew, arabic),
        lines(40, 9, true, two).get(0));
    assertTrue(lines(40, 9, true, two[0]).get(0).startsWith("\u2068" + hebrew + "\u2069: 1 at"));
    assertFalse(
        String.join("", lines(40, 9, true, Charts.series("loss", 1, 2))).contains("\u2068"));
  }

  @Test
  void aSinglePointIsSeen() {
    Stream.of(true, false)
        .forEach(
            braille -> {
              String picture = String.join("\n", lines(40, 9, braille, Charts.series("loss", 5)));
              assertTrue(picture.contains(braille ? "\u2022" : "*"), picture);
            });
  }

  @Test
  void aLegendOfManyNamesIsCut() {
    Series[] many = new Series[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = Charts.series("curve number " + i, i, i + 1);
    }
    List<String> lines = lines(80, 24, true, many);

    assertEquals(24, lines.size());
    assertTrue(lines.get(5).matches(".*  and [0-9]+ more"), String.join("\n", lines));
  }
}
