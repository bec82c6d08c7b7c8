package gdtrain.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String HOSTILE =
      "</title></pre></td><img src=x onerror=alert(1)>\u2028\u202e\"";

  private static HtmlPage empty() {
    return new HtmlPage(Language.EN, "a page", Optional.empty());
  }

  @Test
  void textsStayText() {
    HtmlTable table = new HtmlTable(List.of(HOSTILE, "b"), List.of(List.of(HOSTILE, HOSTILE)));
    String page =
        new HtmlPage(Language.ZH_TW, HOSTILE, Optional.empty())
            .heading(HOSTILE)
            .section(HOSTILE)
            .part(HOSTILE)
            .lead(HOSTILE)
            .paragraph(HOSTILE)
            .note(HOSTILE)
            .lines(List.of(HOSTILE))
            .list(List.of(HOSTILE))
            .table(table)
            .figure(HOSTILE, "<svg></svg>", table)
            .text();

    assertFalse(page.contains("<img") || page.contains("\u2028") || page.contains("\u202e"), page);
    assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;\\u2028\\u202e&quot;"), page);
  }

  @Test
  void nothingRunsWithoutAScript() {
    assertTrue(empty().text().contains("script-src 'none';"));
  }

  @Test
  void theSameScriptAndStyleAreThereOnce() {
    String page =
        empty().script("run()").script("run()").style("p{margin:0}").style("p{margin:0}").text();

    assertEquals(1, page.split("run\\(\\)", -1).length - 1);
    assertEquals(1, page.split("<style>p\\{margin:0}", -1).length - 1);
    assertTrue(page.contains(HtmlPage.hash("run()")), page);
  }

  @Test
  void sectionsEndWhereTheNextBeginsAndAtTheEnd() {
    String page = empty().section("one").section("two").text();

    assertEquals(2, page.split("<section>", -1).length - 1);
    assertEquals(2, page.split("</section>", -1).length - 1);
    assertTrue(page.indexOf("</section>") < page.indexOf("two"), page);
  }

  @Test
  void cellsThatAreNoNumbersStandAtTheLeft() {
    HtmlTable table = new HtmlTable(List.of("a", "b", "c", "d"), List.of());
    String page = empty().table(table.with("1", "-0.5", "yes", "")).text();

    assertTrue(
        page.contains(
            "<th scope=\"row\">1</th><td>-0.5</td><td class=\"text\">yes</td><td></td></tr>"),
        page);
  }

  @Test
  void figuresCanStandSideBySide() {
    String page = empty().figures().endFigures().text();

    assertTrue(page.contains("<div class=\"figures\">\n</div>"), page);
  }
}
