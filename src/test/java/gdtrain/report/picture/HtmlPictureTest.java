package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPictureTest {
  private static final Size SIZE = new Size(800, 480);

  private static String page(Series... series) {
    return HtmlPicture.of(Charts.chart(series), SIZE, Optional.empty());
  }

  private static List<String> inside(String page, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void itsPolicyLetsPassWhatItHoldsAndNothingElse() {
    String page = page(Charts.series("loss", 3, 2, 1));
    String policy = inside(page, "Content-Security-Policy\" content=\"([^\"]*)\"").get(0);

    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertFalse(policy.contains("unsafe"), policy);
    List<String> styles = inside(page, "<style>(.*?)</style>");
    assertEquals(2, styles.size());
    styles.forEach(style -> assertTrue(policy.contains(HtmlPicture.hash(style)), style));
    List<String> scripts = inside(page, "<script>(.*?)</script>");
    assertEquals(1, scripts.size());
    assertTrue(policy.contains("script-src " + HtmlPicture.hash(scripts.get(0)) + ";"), policy);
    assertFalse(page.contains(" style=") || page.contains(" onclick") || page.contains("href"));
  }

  @Test
  void tellsTheValuesOfEveryPoint() throws Exception {
    String page = page(Charts.series("loss", 3, 2.5, 1), Charts.series("val", 4, 3, 9));
    JsonNode data = new ObjectMapper().readTree(inside(page, "id=\"data\">(.*?)</script>").get(0));

    assertEquals("epoch", data.get("x").textValue());
    JsonNode curve = data.get("curves").get(0);
    assertEquals("loss", curve.get("name").textValue());
    assertEquals(3, curve.get("at").size());
    assertEquals("2.5", curve.get("at").get(1).get(3).textValue());
    assertEquals("1", curve.get("at").get(1).get(2).textValue());
    String path = inside(page, "class=\"curve\" d=\"([^\"]*)\"").get(0);
    JsonNode last = curve.get("at").get(2);
    assertTrue(path.endsWith("L" + last.get(0) + " " + last.get(1)), path + " " + last);
  }

  @Test
  void hasTheValuesInATable() {
    String page = page(Charts.series("loss", 3, 1, 2, Double.POSITIVE_INFINITY));

    assertTrue(
        page.contains(
            "<th scope=\"row\">loss</th><td>3</td><td>0</td><td>1</td><td>1</td><td>2</td>"
                + "<td>2</td><td>3</td><td>1</td>"),
        page);
  }

  @Test
  void aNameEndsNoElement() throws Exception {
    String name = "</script><img src=x onerror=alert(1)>\u2028\"\\";
    String page = page(Charts.series(name, 1, 2), Charts.series("b", 2));

    assertFalse(page.contains("<img") || page.contains("\u2028"), page);
    assertEquals(2, page.split("</script>", -1).length - 1);
    JsonNode data = new ObjectMapper().readTree(inside(page, "id=\"data\">(.*?)</script>").get(0));
    assertEquals(new Series(name).name(), data.get("curves").get(0).get("name").textValue());
  }

  @Test
  void aNamedThemeIsTheOnlyOne() {
    Chart chart = Charts.chart(Charts.series("loss", 1, 2));
    String page = HtmlPicture.of(chart, SIZE, Optional.of(Theme.LIGHT));

    assertFalse(page.contains("@media"), page);
  }
}
