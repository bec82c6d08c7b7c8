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
import java.util.regex.Pattern;
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
  private static final String IRIS = "fit datasets/iris.csv --log-format none -q --report FILE";
  private static final String LONG =
      "fit datasets/mtcars.csv --target mpg --log-format none -q --report FILE --optimizer gd"
          + " --lr 1e-4 --tolerance 0 --epochs 100000";
  private static final String CARS =
      "terrain datasets/mtcars.csv -q --target mpg --optimizer gd --lr 0.1";
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  @TempDir private static Path folder;
  private static Browser browser;
  private static String axe;

  /**
   * A page.
   *
   * @param told what its first picture says at its last point, as a regular expression; empty where
   *     it has no picture that tells values
   * @param command that writes it to {@code FILE}
   */
  record Page(String name, String told, List<String> command) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Page> pages() throws Exception {
    String hostile = Pattern.quote(HOSTILE.replace("\u2028", "\\u2028"));
    return List.of(
        plot("plot of 100 epochs", "loss: 0.1 .*epoch 99\\b.*", log(100, "loss")),
        plot("plot of 100,000 epochs", "loss: 0.00316228 .*epoch 99999\\b.*", log(100_000, "loss")),
        plot("plot of a hostile name", hostile + ": 0.1 .*epoch 99\\b.*", log(100, HOSTILE)),
        page("report of a network", "loss: .*epoch 40\\b.*", IRIS + " --hidden 4 --epochs 40"),
        page("report of 100,000 epochs", "loss: .*epoch 100000\\b.*", LONG),
        page("report of hostile names", ".+", "fit " + hostileTable() + " -q --report FILE"),
        page(
            "report of a model",
            "loss: 0.1 .*epoch 99\\b.*",
            "report " + model() + " datasets/titanic.csv -o FILE --log " + log(100, "loss")),
        page("report in Chinese", "loss: .*", IRIS + " --epochs 9 --lang zh-TW"),
        page("report of cv", "", "cv datasets/iris.csv --epochs 9 -q --report FILE"),
        page("terrain", "mse: .*epoch 40\\b.*", CARS + " --epochs 40 --grid 9 -o FILE"),
        page(
            "terrain of rates",
            "learning rate 0.1: .*",
            CARS.replace("0.1", "0.1,2") + " --epochs 40 -o FILE"),
        page("slice", "mse: .*", CARS + " --slice --grid 9 -o FILE"),
        page("lesson", ".+", "lesson --lang zh-TW --html FILE"));
  }

  private static Page plot(String name, String told, String log) {
    return page(name, told, "plot " + log + " -o FILE");
  }

  private static Page page(String name, String told, String command) {
    return new Page(name, told, List.of(command.split(" ")));
  }

  /** A table of which the names of columns and classes would like to be more than text. */
  private static String hostileTable() throws Exception {
    String quoted = '"' + HOSTILE.replace("\"", "\"\"") + '"';
    Stream<String> rows =
        IntStream.range(0, 30)
            .mapToObj(
                i -> "%d,%s".formatted(i * i % 31, i % 3 == 0 ? quoted : "\u05e9\u05dc\t'x'"));
    Stream<String> all = Stream.concat(Stream.of(quoted + ",class"), rows);
    return Files.write(folder.resolve("hostile.csv"), all.toList()).toString();
  }

  private static String model() throws Exception {
    String model = folder.resolve("model.json").toString();
    String command = "fit datasets/titanic.csv -q --log-format none -o " + model;
    List<String> words = new ArrayList<>(List.of(Program.GDTRAIN));
    words.addAll(List.of(command.split(" ")));
    Program.run(Map.of(), words.toArray(String[]::new)).ok();
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
    Path file = write(page);
    browser.open(file, "light");
    String title = browser.value("document.title").asText();
    assertPicturesTellValues(page.told());
    assertButtonsRedraw();
    assertTheBallRolls();
    assertEquals(0, browser.value("document.images.length").asInt());
    assertEquals(title, browser.value("document.title").asText());
    assertIsWell(file, "axe.run()");
    browser.open(file, "dark");
    assertIsWell(file, "axe.run({runOnly: ['color-contrast']})"); // nothing else is different
  }

  /** It asks for nothing but itself, and nobody complains. */
  private static void assertIsWell(Path file, String audit) throws Exception {
    assertEquals(List.of(file.toUri().toString()), requests());
    assertEquals(List.of(), complaints());
    assertEquals(List.of(), seriousFaults(audit)); // last: axe-core itself is complained of
  }

  private static Path write(Page page) throws Exception {
    Path file = folder.resolve(page.name().replace(' ', '-') + ".html");
    List<String> command = new ArrayList<>(List.of(Program.GDTRAIN));
    page.command().forEach(word -> command.add(word.equals("FILE") ? file.toString() : word));
    Program.run(Map.of(), command.toArray(String[]::new)).ok();
    return file;
  }

  private static void assertPicturesTellValues(String last) throws Exception {
    browser.value(
        """
        pictures = [...document.querySelectorAll("svg[tabindex]")].map(svg =>
          ({svg, output: (svg.closest("figure") ?? document).querySelector("output")}));0
        """);
    int pictures = browser.value("pictures.length").asInt();
    assertEquals(last.isEmpty(), pictures == 0);
    for (int i = 0; i < pictures; i++) {
      assertTellsAtThePointer(i);
      assertTellsByKeys(i, i == 0 ? last : ".+");
    }
  }

  private static void assertTellsAtThePointer(int picture) throws Exception {
    String before = told(picture);
    JsonNode at =
        browser.value(
            """
            pictures[%d].svg.scrollIntoView({block: "center"});
            box = pictures[%d].svg.getBoundingClientRect();
            ({left: box.x, width: box.width, middle: box.y + box.height / 2})
            """
                .formatted(picture, picture));
    double width = at.get("width").asDouble();
    double middle = at.get("middle").asDouble();
    browser.point(at.get("left").asDouble() + width / 2, middle);
    String pointed = told(picture);
    assertNotEquals(before, pointed);
    browser.point(at.get("left").asDouble() + width / 5, middle);
    if (picture == 0) { // of others the points nearest to both may be the same
      assertNotEquals(pointed, told(picture));
    }
  }

  private static void assertTellsByKeys(int picture, String last) throws Exception {
    browser.value("pictures[%d].svg.focus()".formatted(picture));
    browser.press("End");
    String end = told(picture);
    assertTrue(end.matches(last), end);
    browser.press("ArrowLeft");
    if (picture == 0) { // of others two points may say the same
      assertNotEquals("", told(picture));
      assertNotEquals(end, told(picture));
    }
    browser.press("Home");
    assertNotEquals(end, told(picture));
    browser.press("End");
    assertEquals(end, told(picture));
  }

  private static String told(int picture) throws Exception {
    return browser.value("pictures[%d].output.textContent".formatted(picture)).asText();
  }

  /** Between a linear and a logarithmic axis. */
  /** One epoch on: on every map the ball is elsewhere, or the text tells of another epoch. */
  private static void assertTheBallRolls() throws Exception {
    JsonNode lazy =
        browser.value(
            """
            [...document.querySelectorAll("figure.terrain")].filter(figure => {
              const seen = () => figure.querySelector("output").textContent
                + [...figure.querySelectorAll(".ball")].map(ball => ball.getAttribute("cx")).join();
              const before = seen();
              figure.querySelectorAll("button")[2].click();
              return seen() === before;
            }).length
            """);
    assertEquals(0, lazy.asInt());
  }

  private static void assertButtonsRedraw() throws Exception {
    JsonNode same =
        browser.value(
            """
            [...document.querySelectorAll("figure.chart button")].filter(button => {
              const curve = button.closest("figure").querySelector(".curve");
              const before = curve.getAttribute("d");
              button.click();
              return curve.getAttribute("d") === before;
            }).map(button => button.textContent)
            """);
    assertEquals(0, same.size(), same.toString());
  }

  /** What axe-core finds that keeps people from a page. */
  private static List<String> seriousFaults(String audit) throws Exception {
    browser.value("document.querySelectorAll('details').forEach(part => part.open = true)");
    browser.value(axe + ";0");
    JsonNode found =
        browser.value(
            audit
                + ".then(all => all.violations.filter(v => ['serious', 'critical']"
                + ".includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.html)))");
    List<String> faults = new ArrayList<>();
    found.forEach(fault -> faults.add(fault.asText()));
    return faults;
  }

  private static List<String> requests() {
    return browser.events("Network.requestWillBeSent").stream()
        .map(event -> event.at("/request/url").asText())
        .filter(url -> !url.startsWith("data:")) // a picture within the file
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
