package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links of all Markdown files, and the pages of {@code src/site} as a whole. */
class DocumentationTest {
  private static final Path SITE = Path.of("src/site/markdown");

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws Exception {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String link : page.links()) {
        if (!link.startsWith("https://")) {
          followed++;
          if (!leadsSomewhere(page, link)) {
            broken.add(page.path() + ": " + link);
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(followed > 100, "only " + followed + " links were followed");
  }

  private static boolean leadsSomewhere(MarkdownPage page, String link) {
    Path target = target(page, link);
    int hash = link.indexOf('#');
    return Files.exists(target)
        && (hash < 0
            || MarkdownPage.read(target.toString()).headings().contains(link.substring(hash + 1)));
  }

  private static Path target(MarkdownPage page, String link) {
    String file = URLDecoder.decode(link.replaceFirst("#.*", ""), StandardCharsets.UTF_8);
    return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
  }

  /**
   * Doxia makes the link to {@code x.html} from one to {@code x.md}, if there is no other dot in
   * its name, and gives other names to headings than a forge.
   */
  @Test
  void everyLinkOfAPageWorksInHtmlToo() throws Exception {
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String link : page.isOfTheSite() ? page.links() : List.<String>of()) {
        MarkdownPage target = MarkdownPage.read(target(page, link).toString());
        int hash = link.indexOf('#');
        boolean translated = link.matches("(\\.\\./)*([^.#]+\\.md)?(#.*)?");
        boolean named = hash < 0 || target.anchors().contains(link.substring(hash + 1));
        if (!target.isOfTheSite() || !translated || !named) {
          broken.add(page.path() + ": " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPageIsLinkedFromReadmeIndexAndMenu() throws Exception {
    String menu = Files.readString(Path.of("src/site/site.xml"));
    List<Path> fromReadme = targets(MarkdownPage.read("README.md"));
    List<Path> fromIndex = targets(MarkdownPage.read("src/site/markdown/index.md"));
    int pages = 0;
    for (MarkdownPage page : MarkdownPage.all()) {
      if (page.isOfTheSite() && !page.path().endsWith("index.md")) {
        String name = SITE.relativize(page.path()).toString();
        assertTrue(fromReadme.contains(page.path()), "README.md: " + name);
        assertTrue(fromIndex.contains(page.path()), "index.md: " + name);
        assertTrue(
            menu.contains("href=\"" + name.replaceFirst("md$", "html") + "\""),
            "site.xml: " + name);
        pages++;
      }
    }
    assertTrue(pages > 20, "only " + pages + " pages");
  }

  private static List<Path> targets(MarkdownPage page) {
    return page.links().stream().map(link -> target(page, link)).toList();
  }

  @Test
  void theReadmeIsShort() throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
      assertTrue(lines.count() <= 200);
    }
  }

  /** So that it is enough to run the blocks of the English page. */
  @ParameterizedTest
  @ValueSource(strings = {"README", "src/site/markdown/tutorial"})
  void theChinesePageShowsTheSameRuns(String page) {
    MarkdownPage english = MarkdownPage.read(page + ".md");
    MarkdownPage chinese = MarkdownPage.read(page + ".zh-TW.md");

    assertEquals(english.blocks("console"), chinese.blocks("console"));
    assertTrue(!english.blocks("console").isEmpty());
  }
}
