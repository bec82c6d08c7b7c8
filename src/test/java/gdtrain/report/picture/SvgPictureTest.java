package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgPictureTest {
  private static final Size SIZE = new Size(800, 480);
  private static final Pattern POINT = Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)");

  private static String svg(Series... series) {
    return SvgPicture.of(Charts.chart(series), SIZE, Optional.empty());
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name, String type) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (type.isEmpty() || element.getAttribute("class").equals(type)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<double[]> points(String path) {
    List<double[]> points = new ArrayList<>();
    for (MatchResult found : POINT.matcher(path).results().toList()) {
      points.add(
          new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))});
    }
    return points;
  }

  /** Where the labels stand says which value is where; so does every point of the curve. */
  @Test
  void thePointsAreWhereTheAxesSay() throws Exception {
    double[] ys = {10, 6, 8.5, 3, 2};
    Document document = parsed(svg(Charts.series("loss", ys)));
    double zero = labelled(document, "0", "end", "y");
    double ten = labelled(document, "10", "end", "y");
    double left = labelled(document, "0", "middle", "x");
    double right = labelled(document, "4", "middle", "x");

    List<Element> curves = elements(document, "path", "curve");
    assertEquals(1, curves.size());
    List<double[]> points = points(curves.get(0).getAttribute("d"));
    assertEquals(ys.length, points.size());
    for (int i = 0; i < ys.length; i++) {
      assertEquals(left + (right - left) * i / 4, points.get(i)[0], 0.2);
      // texts stand 4 pixels below their line
      assertEquals(zero - 4 + (ten - zero) * ys[i] / 10, points.get(i)[1], 0.2);
    }
  }

  private static double labelled(Document document, String text, String anchor, String coordinate) {
    return elements(document, "text", "").stream()
        .filter(e -> e.getTextContent().equals(text))
        .filter(e -> e.getAttribute("text-anchor").equals(anchor))
        .mapToDouble(e -> Double.parseDouble(e.getAttribute(coordinate)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPathHasNoMorePointsThanTheWidthCanShowAndKeepsThePeak() throws Exception {
    double[] ys = new Random(1).doubles(100_000).map(y -> 1 + y / 10).toArray();
    ys[70_123] = 5;
    String svg = svg(Charts.series("loss", ys));
    List<double[]> points = points(elements(parsed(svg), "path", "curve").get(0).getAttribute("d"));

    assertTrue(points.size() <= 4 * 800, "" + points.size());
    assertTrue(svg.length() < 60_000, "" + svg.length());
    double top = points.stream().mapToDouble(point -> point[1]).min().orElseThrow();
    long peaks = points.stream().filter(point -> point[1] == top).count();
    assertEquals(1, peaks);
    assertTrue(
        points.stream().mapToDouble(point -> point[1]).filter(y -> y > top).min().orElseThrow()
            > top + 200);
  }

  @Test
  void tellsReadersWhatItShows() throws Exception {
    Document document = parsed(svg(Charts.series("loss", 10, 2, 4), Charts.series("val_loss", 9)));
    Element root = document.getDocumentElement();

    assertEquals("img", root.getAttribute("role"));
    assertEquals("title desc", root.getAttribute("aria-labelledby"));
    assertEquals("a title", elements(document, "title", "").get(0).getTextContent());
    assertEquals(
        "loss: 10 at epoch 0, lowest 2 at epoch 1, 4 at epoch 2; val_loss: 9 at epoch 0",
        elements(document, "desc", "").get(0).getTextContent());
    List<String> texts =
        elements(document, "text", "").stream().map(Element::getTextContent).toList();
    assertTrue(texts.containsAll(List.of("a title", "loss", "val_loss", "epoch", "0")), "" + texts);
  }

  @Test
  void followsTheThemeOfTheReaderUnlessOneIsNamed() {
    Chart chart = Charts.chart(Charts.series("loss", 1, 2));
    String both = SvgPicture.of(chart, SIZE, Optional.empty());
    String dark = SvgPicture.of(chart, SIZE, Optional.of(Theme.DARK));

    assertTrue(both.contains("@media(prefers-color-scheme:dark){.paper{fill:#16181c}"), both);
    assertTrue(both.contains(".paper{fill:#ffffff}"), both);
    assertFalse(dark.contains("@media") || dark.contains("#ffffff"), dark);
    assertTrue(dark.contains(".paper{fill:#16181c}"), dark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><img src=x onerror=alert(1)>",
        "a \"b\" 'c' & <d>",
        "tab\tescape\u001b[31m end",
        "right \u202eto left",
        "\u640d\u5931",
        "]]>",
      })
  void aNameIsTextWhateverItHolds(String name) throws Exception {
    String svg = svg(Charts.series(name, 1, 2), Charts.series("b", 2, 1));
    Document document = parsed(svg);

    String shown = new Series(name).name();
    assertTrue(
        elements(document, "text", "").stream().anyMatch(e -> e.getTextContent().equals(shown)));
    assertFalse(svg.contains("<img") || svg.contains("\u001b") || svg.contains("\u202e"), svg);
    assertTrue(elements(document, "script", "").isEmpty());
  }

  @Test
  void loadsAndRunsNothing() {
    String svg = svg(Charts.series("loss", 1, Double.POSITIVE_INFINITY, 3));

    assertFalse(svg.contains("href") || svg.contains("url(") || svg.contains("<script"), svg);
    assertEquals(1, svg.split("https?:", -1).length - 1, "the name space alone");
  }

  @Test
  void gapsAndWhatIsNoNumberAreSeen() throws Exception {
    Document document =
        parsed(svg(Charts.series("loss", 4, 3, Double.POSITIVE_INFINITY, 2, Double.NaN, 1)));

    assertEquals(1, elements(document, "path", "c0 mark").size());
    String path = elements(document, "path", "curve").get(0).getAttribute("d");
    assertEquals("MLMM", path.replaceAll("[-0-9. ]", ""));
    assertEquals(4, points(elements(document, "path", "dots").get(0).getAttribute("d")).size());
  }

  @Test
  void aPictureTwiceAsLargeLooksTheSame() {
    Chart chart = Charts.chart(Charts.series("loss", 3, 2, 1));
    String large = SvgPicture.of(chart, new Size(1600, 960), Optional.empty());

    assertTrue(svg(Charts.series("loss", 3, 2, 1)).contains("text{font:12px"), large);
    assertTrue(large.contains("text{font:24px") && large.contains("width=\"1600\""), large);
  }

  @Test
  void theLastNumberHasRoom() throws Exception {
    Series series = new Series("loss");
    series.add(0, 2);
    series.add(1_000_000, 1);
    double x = labelled(parsed(svg(series)), "1000000", "middle", "x");

    assertTrue(x + "1000000".length() * 12 * 0.58 / 2 <= 800, "" + x);
  }

  @Test
  void aLegendOfManyNamesIsCut() throws Exception {
    Series[] many = new Series[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = Charts.series("a rather long name of a curve " + i, i, i + 1);
    }
    Document document = parsed(svg(many));
    List<String> texts =
        elements(document, "text", "").stream().map(Element::getTextContent).toList();

    assertTrue(texts.stream().anyMatch(text -> text.matches("and [0-9]+ more")), "" + texts);
    assertEquals(60, elements(document, "path", "curve").size());
  }
}
