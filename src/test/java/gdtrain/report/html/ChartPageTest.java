package gdtrain.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.Theme;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartPageTest {
  private static final Size SIZE = new Size(800, 480);

  private static Series series(String name, double... ys) {
    Series series = new Series(name);
    for (int i = 0; i < ys.length; i++) {
      if (Double.isFinite(ys[i])) {
        series.add(i, ys[i]);
      } else {
        series.add(i, Double.NaN);
      }
    }
    return series;
  }

  private static Chart chart(Series... series) {
    return Chart.of(new Chart.Names("a title", "epoch", ""), List.of(series), LogAxes.AUTO);
  }

  private static String page(Series... series) {
    return ChartPage.of(chart(series), SIZE, Optional.empty());
  }

  private static List<String> inside(String page, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static JsonNode data(String page) throws Exception {
    return new ObjectMapper().readTree(inside(page, "json\">(.*?)</script>").get(0));
  }

  @Test
  void itsPolicyLetsPassWhatItHoldsAndNothingElse() {
    String page = page(series("loss", 3, 2, 1));
    String policy = inside(page, "Content-Security-Policy\" content=\"([^\"]*)\"").get(0);

    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertFalse(policy.contains("unsafe"), policy);
    List<String> styles = inside(page, "<style>(.*?)</style>");
    assertEquals(1, styles.size());
    styles.forEach(style -> assertTrue(policy.contains(HtmlPage.hash(style)), style));
    List<String> scripts = inside(page, "<script>(.*?)</script>");
    assertEquals(1, scripts.size());
    assertTrue(policy.contains("script-src " + HtmlPage.hash(scripts.get(0)) + ";"), policy);
    assertFalse(page.contains(" style=") || page.contains(" onclick") || page.contains("href"));
  }

  @Test
  void tellsTheValuesOfEveryPoint() throws Exception {
    JsonNode data = data(page(series("loss", 3, 2.5, 1), series("val", 4, 3, 9)));

    assertEquals("epoch", data.get("x").textValue());
    JsonNode curve = data.get("curves").get(0);
    assertEquals("loss", curve.get("name").textValue());
    assertEquals("0 1 2", curve.get("x").textValue());
    assertEquals("3 2.5 1", curve.get("y").textValue());
    assertEquals("[0]", curve.get("starts").toString());
    assertEquals("4 3 9", data.get("curves").get(1).get("y").textValue());
  }

  /** What the script computes from the data is where the picture has the curve. */
  @Test
  void itsFrameIsThatOfThePicture() throws Exception {
    String page = page(series("loss", 300, 20, 1));
    JsonNode data = data(page);
    JsonNode y = data.get("ys").get(0);

    assertTrue(y.get(2).booleanValue());
    double low = Math.log10(y.get(0).doubleValue());
    double high = Math.log10(y.get(1).doubleValue());
    double share = (Math.log10(20) - low) / (high - low);
    double top = data.get("top").doubleValue() + data.get("height").doubleValue() * (1 - share);
    double left = data.get("left").doubleValue() + data.get("width").doubleValue() / 2;
    String path = inside(page, "class=\"curve\" d=\"([^\"]*)\"").get(0);
    String[] corner = path.split("L")[1].split(" ");
    assertEquals(left, Double.parseDouble(corner[0]), 0.11);
    assertEquals(top, Double.parseDouble(corner[1]), 0.11);
  }

  @Test
  void switchesToTheOtherScaleOnlyWhereAllValuesAllowIt() throws Exception {
    String both = page(series("loss", 300, 20, 1));
    assertEquals(2, data(both).get("ys").size());
    assertTrue(both.contains("data-other=\"logarithmic scale\">linear scale</button>"), both);
    assertEquals(2, both.split("<g class=\"around\"", -1).length - 1);

    String linear = page(series("loss", 3, 2, 1));
    assertTrue(linear.contains("data-other=\"linear scale\">logarithmic scale</button>"), linear);

    String negative = page(series("loss", 3, -2, 1));
    assertEquals(1, data(negative).get("ys").size());
    assertFalse(negative.contains("<button"), negative);
  }

  @Test
  void hasTheValuesInATable() {
    String page = page(series("loss", 3, 1, 2, Double.POSITIVE_INFINITY));

    assertTrue(
        page.contains(
            "<th scope=\"row\">loss</th><td>3</td><td>0</td><td>1</td><td>1</td><td>2</td>"
                + "<td>2</td><td>3</td><td>1</td>"),
        page);
  }

  @Test
  void aCurveWithoutPointsHasNone() throws Exception {
    String page = page(series("loss", Double.NaN));

    assertEquals("", data(page).get("curves").get(0).get("y").textValue());
    assertTrue(page.contains("<th scope=\"row\">loss</th><td></td><td></td>"), page);
  }

  @Test
  void aNameEndsNoElement() throws Exception {
    String name = "</script><img src=x onerror=alert(1)>\u2028\"\\";
    String page = page(series(name, 1, 2), series("b", 2));

    assertFalse(page.contains("<img") || page.contains("\u2028"), page);
    assertEquals(2, page.split("</script>", -1).length - 1);
    assertEquals(new Series(name).name(), data(page).get("curves").get(0).get("name").textValue());
  }

  @Test
  void aNamedThemeIsTheOnlyOne() {
    Chart chart = chart(series("loss", 1, 2));
    String page = ChartPage.of(chart, SIZE, Optional.of(Theme.LIGHT));

    assertFalse(page.contains("prefers-color-scheme"), page);
  }
}
