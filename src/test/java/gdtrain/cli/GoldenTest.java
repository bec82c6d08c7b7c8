package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.checkpoint.CheckpointFile;
import gdtrain.checkpoint.CheckpointFile.SavedRun;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything the program prints, as recorded in {@code src/test/resources/golden}: help, specs,
 * logs, reports, model files, error sentences.
 *
 * <p>A golden file holds commands, one a line behind {@code "$ "}, each with its outcome. They run
 * in this order in one process; {@code TMP} is a folder of the test, and {@code HERE} the current
 * one. The outcome of a command is either {@code => CODE | SENTENCE} on the line of the command,
 * where it printed that sentence on standard error and, for wrong usage, the hint at its help, and
 * nothing else; or the lines that follow: {@code => CODE}, {@code out|} for each line of standard
 * output and {@code err|} for each of standard error. Standard output of more than {@value #WHOLE}
 * lines is recorded as its first lines, their number and a SHA-256. Lines that begin with {@code #}
 * are comments. Commands are
 *
 * <ul>
 *   <li>{@code gdtrain ARGS [< FILE]}: the program, in this process;
 *   <li>{@code cat > FILE <<EOF}: writes the lines up to {@code EOF} into a file;
 *   <li>{@code cat FILE}: prints a file;
 *   <li>{@code head -c N FILE > OTHER}: the first bytes of a file, for damaged ones;
 *   <li>{@code set FILE POINTER VALUE > OTHER}: a JSON file with another value at a JSON pointer;
 *   <li>{@code checkpoint FILE}: the settings of a checkpoint, with the SHA-256 of all its bytes.
 * </ul>
 *
 * <p>To add a case, write its command line. To record the outcomes of all commands, run {@code mvn
 * test -Dtest=GoldenTest -Dgolden.write=true} and look at the difference.
 *
 * <p>Text must be the same; numbers that are no whole numbers may differ, as they do between
 * processors, by 1e-9 of their size, by 1e-12, or by one unit of their last printed digit, and
 * digests are passed over. {@code -Dgolden.strict=true} asks for the same bytes, which the program
 * gives on one machine.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final int WHOLE = 400;
  private static final int FIRST = 5;
  private static final Pattern OUTCOME = Pattern.compile("(=> |out\\||err\\|).*");

  /** A word of a command line: plain, or quoted as in a shell, or partly so. */
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^'\"]+)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?[0-9]+(?:\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)");
  private static final Pattern DIGEST = Pattern.compile("sha256[ :][0-9a-f]{64}");

  @TempDir Path folder;

  /** A command with the lines that stand behind it in its file. */
  private record Step(String command, List<String> text) {
    /** The command, what it reads, and its outcome, as a golden file has them. */
    String with(List<String> outcome) {
      boolean line = outcome.size() == 1 && outcome.get(0).contains(" | ");
      String first = "$ " + command + (line ? " " + outcome.get(0) : "");
      List<String> rest = line ? List.of() : outcome;
      List<String> kept = text.stream().filter(l -> !OUTCOME.matcher(l).matches()).toList();
      boolean input = command.contains("<<EOF");
      return Stream.of(Stream.of(first), rest.stream(), (input ? text : kept).stream())
          .flatMap(lines -> lines)
          .map(l -> l + "\n")
          .reduce("", String::concat);
    }
  }

  static List<String> files() throws IOException {
    return Cli.files(GOLDEN);
  }

  @ParameterizedTest
  @MethodSource("files")
  void printsWhatIsRecorded(String name) throws Exception {
    Path file = GOLDEN.resolve(name);
    List<String> recorded = cases(Files.readString(file));
    List<String> printed = new ArrayList<>();
    for (String text : recorded) {
      printed.add(text.startsWith("$ ") ? run(step(text)) : text);
    }
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, String.join("", printed));
      return;
    }
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      if (!same(recorded.get(i), printed.get(i), Boolean.getBoolean("golden.strict"))) {
        differing.add(difference(recorded.get(i), printed.get(i)));
      }
    }
    if (!differing.isEmpty()) {
      List<String> first = differing.subList(0, Math.min(10, differing.size()));
      fail("%s: %d cases differ\n%s".formatted(name, differing.size(), String.join("\n", first)));
    }
  }

  @Test
  void lastDigitsMayDifferAndNothingElse() {
    assertTrue(same("loss 0.123456789012, a", "loss 0.123456789013, a", false));
    assertTrue(same("loss 0.1234,", "loss 0.1235,", false));
    assertFalse(same("loss 0.123456789012", "loss 0.123456799012", false));
    assertFalse(same("loss 0.1234", "loss 0.12345", true));
    assertFalse(same("loss 0.1234", "loss  0.1234", false));
    assertFalse(same("after 5 epochs", "after 6 epochs", false));
    assertFalse(same("loss 0.1234,", "loss 0.1234.", false));
  }

  /** The text cut before every command; what stands before the first is a case of its own. */
  private static List<String> cases(String text) {
    List<String> cases = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      if (line.startsWith("$ ")) {
        cases.add(current.toString());
        current.setLength(0);
      }
      current.append(line);
    }
    cases.add(current.toString());
    return cases;
  }

  private static Step step(String text) {
    List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    return new Step(lines.get(0).substring(2).split(" => ", 2)[0], lines.subList(1, lines.size()));
  }

  /** Runs a step and returns it with the outcome it has now. */
  private String run(Step step) throws IOException {
    List<String> words = words(step.command);
    int direction = Math.max(words.indexOf(">"), words.indexOf("<"));
    List<String> args = words.subList(1, direction < 0 ? words.size() : direction);
    if (words.contains(">")) {
      Files.write(Path.of(words.get(direction + 1)), content(words.get(0), args, step));
      return step.with(List.of());
    }
    return switch (words.get(0)) {
      case "cat" -> step.with(stream("out|", Files.readString(Path.of(args.get(0)))));
      case "checkpoint" -> step.with(stream("out|", checkpoint(Path.of(args.get(0)))));
      default -> {
        assertEquals("gdtrain", words.get(0), "there is no such command");
        byte[] in = direction < 0 ? new byte[0] : Cli.bytes(words.get(direction + 1));
        yield step.with(outcome(args, Cli.runOn(in, args.toArray(String[]::new))));
      }
    };
  }

  /** What a command writes into a file. */
  private static byte[] content(String command, List<String> args, Step step) throws IOException {
    return switch (command) {
      case "cat" -> {
        List<String> lines = step.text.subList(0, step.text.indexOf("EOF"));
        yield (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      }
      case "head" -> Arrays.copyOf(Cli.bytes(args.get(2)), Integer.parseInt(args.get(1)));
      default -> {
        assertEquals("set", command, "there is no such command");
        yield changed(Path.of(args.get(0)), args.get(1), args.get(2));
      }
    };
  }

  private List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> QUOTED.matcher(word.group()).replaceAll(GoldenTest::unquoted))
        .map(word -> word.replaceAll("(?<![A-Z])TMP(?![A-Z])", folder.toString()))
        .toList();
  }

  private static String unquoted(MatchResult part) {
    Stream<String> groups = Stream.of(1, 2, 3).map(part::group).filter(group -> group != null);
    return Matcher.quoteReplacement(groups.findFirst().orElseThrow());
  }

  private static byte[] changed(Path file, String pointer, String value) throws IOException {
    JsonNode json = Cli.json(Files.readString(file));
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), Cli.json(value));
    return new ObjectMapper().writeValueAsBytes(json);
  }

  private static String checkpoint(Path file) throws IOException {
    SavedRun run = CheckpointFile.read(file);
    StringBuilder text = new StringBuilder("version: " + run.version() + "\n");
    run.settings().forEach((key, value) -> text.append(key + ": " + value + "\n"));
    run.data().forEach(digest -> text.append("data: " + digest + "\n"));
    return text + "sha256 " + sha256(Files.readAllBytes(file)) + "\n";
  }

  private List<String> outcome(List<String> args, Outcome outcome) {
    String command = args.isEmpty() ? "" : args.get(0);
    String hint = "Try 'gdtrain %s --help'.\n".formatted(command);
    String err = masked(outcome.err());
    String rest = outcome.code() == ExitCode.USAGE && err.endsWith("\n" + hint) ? hint : "";
    String sentence = err.substring(0, err.length() - rest.length());
    boolean hinted = !rest.isEmpty() || outcome.code() != ExitCode.USAGE;
    if (outcome.out().isEmpty() && hinted && sentence.matches("gdtrain: .*\n")) {
      String fault = sentence.substring(9, sentence.length() - 1);
      return List.of("=> %d | %s".formatted(outcome.code(), fault));
    }
    List<String> lines = new ArrayList<>(List.of("=> " + outcome.code()));
    lines.addAll(stream("out|", outcome.out()));
    lines.addAll(stream("err|", outcome.err()));
    return lines;
  }

  private List<String> stream(String mark, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String masked = masked(text);
    List<String> lines = Arrays.asList(masked.split("\n", -1));
    boolean ended = masked.endsWith("\n");
    List<String> whole = ended ? lines.subList(0, lines.size() - 1) : lines;
    List<String> marked = new ArrayList<>();
    boolean cut = mark.equals("out|") && whole.size() > WHOLE;
    whole.subList(0, cut ? FIRST : whole.size()).forEach(line -> marked.add(mark + line));
    if (cut) {
      String digest = sha256(masked.getBytes(StandardCharsets.UTF_8));
      marked.add("=> %d lines on stdout, sha256 %s".formatted(whole.size(), digest));
    }
    if (!ended) {
      marked.add("=> no newline at the end of " + mark);
    }
    return marked;
  }

  /** The text without what differs from one machine and run to the next. */
  private String masked(String text) {
    return text.replace(folder.toString(), "TMP")
        .replace(Path.of("").toAbsolutePath().toString(), "HERE")
        .replace(System.getProperty("java.runtime.version"), "JAVA");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static boolean same(String recorded, String printed, boolean strict) {
    if (strict || recorded.equals(printed)) {
      return recorded.equals(printed);
    }
    String one = DIGEST.matcher(recorded).replaceAll("sha256");
    String other = DIGEST.matcher(printed).replaceAll("sha256");
    if (!NUMBER.matcher(one).replaceAll("#").equals(NUMBER.matcher(other).replaceAll("#"))) {
      return false;
    }
    List<String> wanted = NUMBER.matcher(one).results().map(MatchResult::group).toList();
    List<String> found = NUMBER.matcher(other).results().map(MatchResult::group).toList();
    return Stream.iterate(0, i -> i < wanted.size(), i -> i + 1)
        .allMatch(i -> near(wanted.get(i), found.get(i)));
  }

  private static boolean near(String wanted, String found) {
    double distance = Math.abs(Double.parseDouble(wanted) - Double.parseDouble(found));
    double size = Math.abs(Double.parseDouble(wanted));
    double unit = new BigDecimal(wanted).ulp().doubleValue();
    return distance <= Math.max(1.01 * unit, Math.max(1e-12, 1e-9 * size));
  }

  private static String difference(String recorded, String printed) {
    List<String> wanted = recorded.lines().toList();
    List<String> found = printed.lines().toList();
    int i = 0;
    while (i < Math.min(wanted.size(), found.size()) && wanted.get(i).equals(found.get(i))) {
      i++;
    }
    return "%s\n  recorded: %s\n  printed:  %s"
        .formatted(wanted.get(0), line(wanted, i), line(found, i));
  }

  private static String line(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "(nothing)";
  }
}
