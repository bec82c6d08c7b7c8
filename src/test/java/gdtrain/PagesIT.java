package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gdtrain.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the console blocks of all Markdown files and compares what a terminal shows, standard output
 * and standard error together, with what stands there; {@code -Dexamples.rewrite} writes it there
 * instead. The blocks of a page run one after the other in a folder of their own.
 */
class PagesIT {
  private static final boolean REWRITE = System.getProperty("examples.rewrite") != null;
  private static final Path HOME = Path.of(System.getProperty("gdtrain.home"));
  private static final List<Path> LINKS = new ArrayList<>();
  @TempDir private static Path folders;

  /** JUnit would say of each that it leads out of its folder. */
  @AfterAll
  static void removeLinks() throws IOException {
    for (Path link : LINKS) {
      Files.delete(link);
    }
  }

  @TestFactory
  Stream<DynamicContainer> everyBlockPrintsWhatItShows() throws Exception {
    List<DynamicContainer> pages = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      // DocumentationTest compares the others with them.
      if (!page.path().toString().endsWith(".zh-TW.md") && !page.blocks("console").isEmpty()) {
        pages.add(dynamicContainer(page.path().toString(), tests(page)));
      }
    }
    assertTrue(pages.size() > 10, pages::toString);
    return pages.stream();
  }

  private static Stream<DynamicTest> tests(MarkdownPage page) throws IOException {
    Path folder = Files.createTempDirectory(folders, "page");
    for (String name : List.of("scripts", "datasets", "examples")) {
      LINKS.add(Files.createSymbolicLink(folder.resolve(name), Program.ROOT.resolve(name)));
    }
    return page.blocks("console").stream()
        .map(block -> dynamicTest(commands(block).get(0), () -> check(page.path(), block, folder)));
  }

  private static void check(Path page, String block, Path folder) throws Exception {
    for (String program : List.of("gnuplot", "jq")) {
      if (block.contains(program + " ")) {
        Program.assumeInstalled(program);
      }
    }
    StringBuilder found = new StringBuilder();
    for (String command : commands(block)) {
      found.append(command).append('\n');
      run(command.substring(2), folder).lines().forEach(line -> append(found, line));
    }
    if (REWRITE) {
      rewrite(page, block, found.toString());
    } else {
      assertSame(block.lines().toList(), found.toString().lines().toList());
    }
  }

  private static void append(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private static void assertSame(List<String> shown, List<String> found) {
    assertEquals(shown.size(), found.size(), () -> String.join("\n", found));
    for (int i = 0; i < shown.size(); i++) {
      Transcript.assertSame(2e-5, shown.get(i), found.get(i));
    }
  }

  private static void rewrite(Path page, String block, String found) throws IOException {
    Path twin = Path.of(page.toString().replaceFirst("md$", "zh-TW.md"));
    for (Path file : Files.exists(twin) ? List.of(page, twin) : List.of(page)) {
      Files.writeString(file, Files.readString(file).replace("\n" + block, "\n" + found));
    }
  }

  /** The lines of a block that follow a prompt. */
  private static List<String> commands(String block) {
    return block.lines().filter(line -> line.startsWith("$ ")).toList();
  }

  /** What a terminal shows of a command, run where its own files do no harm. */
  private static String run(String command, Path folder) throws Exception {
    Map<String, String> environment =
        Map.of("PATH", HOME.resolve("bin") + ":" + System.getenv("PATH"));
    String merged = "cd \"$0\" && exec 2>&1\n" + command;
    Outcome outcome = Program.run(environment, "sh", "-c", merged, folder.toString());
    return outcome.out();
  }

  @ParameterizedTest
  @CsvSource({"python3, draw-descent.py, descent.svg", "sh, draw-loss.sh, loss.svg"})
  void picturesAreWhatTheProgramDraws(
      String language, String script, String name, @TempDir Path folder) throws Exception {
    Program.assumeInstalled(language);
    Path picture = Path.of("src/site/resources/images", name);
    Path drawn = REWRITE ? picture : folder.resolve(name);
    Map<String, String> program = Map.of("GDTRAIN", Program.GDTRAIN);
    Program.run(program, language, "examples/" + script, drawn.toString()).ok();

    String expected = Files.readString(picture);
    String actual = Files.readString(drawn);
    assertEquals(Transcript.words(expected), Transcript.words(actual));
    double[] shown = Transcript.numbers(expected);
    double[] found = Transcript.numbers(actual);
    for (int i = 0; i < shown.length; i++) {
      assertEquals(shown[i], found[i], 0.15); // a rounded pixel
    }
  }
}
