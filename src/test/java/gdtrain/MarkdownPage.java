package gdtrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown file of this repository.
 *
 * @param path from the top folder
 */
public record MarkdownPage(Path path, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

  /** Reads a page. */
  public static MarkdownPage read(String path) {
    try {
      return new MarkdownPage(Path.of(path), Files.readString(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page of the repository, in the order of their paths. */
  public static List<MarkdownPage> all() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith("target") && !file.startsWith("shared"))
          .filter(file -> !file.toString().startsWith("."))
          .map(file -> read(file.toString()))
          .sorted((a, b) -> a.path.compareTo(b.path))
          .toList();
    }
  }

  /** Whether it is one of the pages of the site, which become HTML. */
  boolean isOfTheSite() {
    return path.startsWith("src/site/markdown");
  }

  /** The contents of its code blocks in these languages, such as {@code console}. */
  public List<String> blocks(String... languages) {
    Set<String> wanted = Set.of(languages);
    return BLOCK
        .matcher(text)
        .results()
        .filter(match -> wanted.contains(match.group(1)))
        .map(match -> match.group(2))
        .toList();
  }

  /** The contents of its code spans. */
  public List<String> spans() {
    return SPAN.matcher(withoutBlocks()).results().map(match -> match.group(1)).toList();
  }

  /** The cells, by row, of the table whose first header cell this is, without the header. */
  public List<List<String>> table(String firstHeader) {
    return withoutBlocks()
        .lines()
        .dropWhile(line -> !line.startsWith("| " + firstHeader + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Stream.of(line.split("(?<!\\\\)\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  /** Where its links and pictures lead. */
  List<String> links() {
    String prose = SPAN.matcher(withoutBlocks()).replaceAll("");
    return LINK.matcher(prose).results().map(match -> match.group(1)).toList();
  }

  /** The names that a forge gives to its headings. */
  Set<String> headings() {
    return HEADING
        .matcher(withoutBlocks())
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The names that it gives to places itself, for HTML. */
  Set<String> anchors() {
    return ANCHOR.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }

  private String withoutBlocks() {
    return BLOCK.matcher(text).replaceAll(Matcher.quoteReplacement(""));
  }
}
