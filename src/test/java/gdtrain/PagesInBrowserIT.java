package gdtrain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that commands write, in a real browser. */
class PagesInBrowserIT {
  private static final String HOSTILE =
      "</script><img src=x onerror=document.title='run'>\u2028'\"";
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  @TempDir private static Path folder;
  private static Browser browser;
  private static String axe;

  /**
   * A page.
   *
   * @param command that writes it to a file which is its last argument
   * @param told a part of what the first picture says at its last point
   */
  record Page(String name, List<String> command, String told) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Page> pages() throws Exception {
    return List.of(
        page(
            "report of a model",
            "loss: 0.1 at epoch 99",
            "report",
            model(),
            "datasets/titanic.csv",
            "--log",
            log(100, "loss")),
        page("plot of 100 epochs", "loss: 0.1 at epoch 99", "plot", log(100, "loss")),
        page(
            "plot of 100,000 epochs",
            "loss: 0.00316228 at epoch 99999",
            "plot",
            log(100_000, "loss")),
        page(
            "plot of a hostile name",
            HOSTILE.replace("\u2028", "\\u2028") + ": 0.1 at epoch 99",
            "plot",
            log(100, HOSTILE)));
  }

  private static Page page(String name, String told, String... command) {
    return new Page(name, List.of(command), told);
  }

  private static String model() throws Exception {
    String model = folder.resolve("model.json").toString();
    Program.run(
            Map.of(),
            Program.GDTRAIN,
            "fit",
            "datasets/titanic.csv",
            "-o",
            model,
            "-q",
            "--log-format",
            "none")
        .ok();
    return model;
  }

  /** A log in which a column falls as the root of the epoch rises. */
  private static String log(int epochs, String column) throws Exception {
    Path log = folder.resolve(epochs + "-" + column.length() + ".csv");
    String header = "epoch,\"" + column.replace("\"", "\"\"") + "\"";
    Stream<String> rows =
        IntStream.range(0, epochs).mapToObj(epoch -> epoch + "," + 1 / Math.sqrt(epoch + 1));
    return Files.write(log, Stream.concat(Stream.of(header), rows).toList()).toString();
  }

  @BeforeAll
  static void start() throws Exception {
    List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
    List<String> installed = new ArrayList<>();
    for (String name : names) {
      if (Program.run(Map.of(), "sh", "-c", "command -v " + name).code() == 0) {
        installed.add(name);
      }
    }
    assumeTrue(!installed.isEmpty(), "there is none of " + names);
    try (InputStream script = PagesInBrowserIT.class.getResourceAsStream(AXE)) {
      axe = new String(script.readAllBytes(), UTF_8);
    }
    browser = new Browser(installed.get(0), Files.createDirectory(folder.resolve("browser")));
  }

  @AfterAll
  static void end() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areAliveAndAccessible(Page page) throws Exception {
    Path file = folder.resolve(page.name().replace(' ', '-') + ".html");
    List<String> command = new ArrayList<>(List.of(Program.GDTRAIN));
    command.addAll(page.command());
    command.addAll(List.of("-o", file.toString()));
    Program.run(Map.of(), command.toArray(String[]::new)).ok();

    for (String scheme : List.of("light", "dark")) {
      browser.open(file, scheme);
      String title = browser.value("document.title").asText();
      assertTellsValues(page.told());
      assertEquals(0, browser.value("document.images.length").asInt());
      assertEquals(title, browser.value("document.title").asText());
      assertEquals(List.of(file.toUri().toString()), requests());
      assertEquals(List.of(), complaints());
      assertEquals(List.of(), seriousFaults(), scheme); // last: axe-core itself is complained of
    }
  }

  /** By the pointer and by keys; the last point says what is expected. */
  private static void assertTellsValues(String last) throws Exception {
    String before = told();
    browser.value("document.querySelector('svg').scrollIntoView({block: 'center'})");
    JsonNode at =
        browser.value(
            "(({x, y, width, height}) => ({x, y, width, height}))"
                + "(document.querySelector('svg').getBoundingClientRect())");
    double middle = at.get("y").asDouble() + at.get("height").asDouble() / 2;
    browser.point(at.get("x").asDouble() + at.get("width").asDouble() / 2, middle);
    String pointed = told();
    assertNotEquals(before, pointed);
    browser.point(at.get("x").asDouble() + at.get("width").asDouble() / 3, middle);
    assertNotEquals(pointed, told());

    browser.value("document.querySelector('svg').focus()");
    browser.press("End");
    assertTrue(told().contains(last), told());
    browser.press("ArrowLeft");
    assertNotEquals("", told());
    assertTrue(!told().contains(last), told());
    browser.press("ArrowRight");
    assertTrue(told().contains(last), told());
  }

  private static String told() throws Exception {
    return browser.value("document.querySelector('output').textContent").asText();
  }

  /** What axe-core finds that keeps people from a page. */
  private static List<String> seriousFaults() throws Exception {
    browser.value(axe + ";0");
    JsonNode found =
        browser.value(
            "axe.run().then(all => all.violations.filter(v => ['serious', 'critical']"
                + ".includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.html)))");
    List<String> faults = new ArrayList<>();
    found.forEach(fault -> faults.add(fault.asText()));
    return faults;
  }

  private static List<String> requests() {
    return browser.events("Network.requestWillBeSent").stream()
        .map(event -> event.at("/request/url").asText())
        .toList();
  }

  /** Uncaught exceptions, calls of console, and what the browser itself has to say. */
  private static List<String> complaints() {
    return Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        .flatMap(method -> browser.events(method).stream())
        .map(JsonNode::toString)
        .toList();
  }
}
