package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.MarkdownPage;
import gdtrain.cli.output.ExitCode;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Initializer;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.schedule.Schedules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of {@code src/site/markdown/reference} say what the program has, and nothing else. */
class ReferencePagesTest {
  private static final List<String> TRAINING =
      List.of("fit", "cv", "sweep", "path", "explain", "check", "terrain");
  private static final Pattern OPTION_IN_HELP =
      Pattern.compile("^ +(?:-\\w, )?--(\\[no-\\])?([a-z0-9-]+)", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

  /** The options of every command, with two dashes. */
  private static final Map<String, Set<String>> OPTIONS = new LinkedHashMap<>();

  @BeforeAll
  static void readHelp() {
    Stream<String> others = Stream.of("predict", "evaluate", "report", "plot", "lesson", "show");
    Stream.concat(TRAINING.stream(), others).forEach(name -> OPTIONS.put(name, optionsOf(name)));
  }

  private static Set<String> optionsOf(String command) {
    Set<String> options = new TreeSet<>();
    for (MatchResult found :
        OPTION_IN_HELP.matcher(Cli.run(command, "--help").ok().out()).results().toList()) {
      options.add("--" + found.group(2));
      if (found.group(1) != null) {
        options.add("--no-" + found.group(2));
      }
    }
    return options;
  }

  private static MarkdownPage page(String name) {
    return MarkdownPage.read("src/site/markdown/reference/" + name + ".md");
  }

  @Test
  void theOptionsOfEveryCommandAreThoseOfItsHelp() {
    Map<String, Set<String>> described = new LinkedHashMap<>();
    OPTIONS.keySet().forEach(command -> described.put(command, new TreeSet<>()));
    for (String line : page("options").text().lines().toList()) {
      if (line.startsWith("| `--")) {
        List<String> cells = List.of(line.split(" \\| "));
        String option = cells.get(0).replaceAll("^\\| `|[=`].*", "");
        for (String command : commands(cells.get(1))) {
          assertTrue(described.get(command).add(option.replace("[no-]", "")), line);
          if (option.contains("[no-]")) {
            described.get(command).add(option.replace("[no-]", "no-"));
          }
        }
      }
    }
    assertEquals(OPTIONS, described);
  }

  /** The commands of a cell such as {@code training, not cv}. */
  private static Set<String> commands(String cell) {
    Set<String> commands = new TreeSet<>();
    for (String entry : cell.split(", ")) {
      switch (entry) {
        case "training" -> commands.addAll(TRAINING);
        case "reading" ->
            Stream.of(TRAINING, List.of("predict", "evaluate", "report")).forEach(commands::addAll);
        case "every" -> commands.addAll(OPTIONS.keySet());
        default -> {
          String command = entry.replaceFirst("^not ", "");
          assertTrue(OPTIONS.containsKey(command), entry);
          if (entry.equals(command)) {
            commands.add(command);
          } else {
            commands.remove(command);
          }
        }
      }
    }
    return commands;
  }

  @Test
  void everyCommandOnAPageTakesTheOptionsShown() throws Exception {
    Pattern command =
        Pattern.compile("gdtrain (%s)\\b([^|>&\n]*)".formatted(String.join("|", OPTIONS.keySet())));
    int looked = 0;
    for (MarkdownPage page : MarkdownPage.all()) {
      List<String> code = new ArrayList<>(page.blocks("console", "sh"));
      code.addAll(page.spans());
      for (MatchResult found : command.matcher(String.join("\n", code)).results().toList()) {
        for (MatchResult option : OPTION.matcher(found.group(2)).results().toList()) {
          assertTrue(OPTIONS.get(found.group(1)).contains(option.group()), found.group());
          looked++;
        }
      }
    }
    assertTrue(looked > 100, "only " + looked + " options were looked at");
  }

  @Test
  void noPageNamesAnOptionThatDoesNotExist() throws Exception {
    Set<String> all =
        OPTIONS.values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(HashSet::new));
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String span : page.spans()) {
        boolean ofOthers = span.startsWith("scripts/bench") || page.path().startsWith("scripts");
        for (MatchResult option : OPTION.matcher(ofOthers ? "" : span).results().toList()) {
          assertTrue(all.contains(option.group()), page.path() + ": " + span);
        }
      }
    }
  }

  @Test
  void theExitStatusesAreThoseOfTheProgram() {
    String help = Cli.run("--help").ok().out();
    List<String> inHelp =
        Pattern.compile("^ +(\\d+) +\\w", Pattern.MULTILINE)
            .matcher(help.substring(help.indexOf("Exit status:"), help.indexOf("Examples:")))
            .results()
            .map(found -> found.group(1))
            .toList();
    List<String> described =
        page("exit-codes").table("status").stream().map(r -> r.get(0)).toList();

    assertEquals(inHelp, described);
    for (int status :
        List.of(
            ExitCode.OK,
            ExitCode.INTERNAL,
            ExitCode.USAGE,
            ExitCode.DATA,
            ExitCode.DIVERGED,
            ExitCode.REQUIREMENT,
            ExitCode.READER_GONE)) {
      assertTrue(described.contains(Integer.toString(status)), "" + status);
    }
  }

  @Test
  void theCatalogsAreThoseOfTheProgram() {
    assertDescribed(Losses.CATALOG.complete(), "losses", "`--loss`");
    assertDescribed(Optimizers.CATALOG.complete(), "optimizers", "`--optimizer`");
    assertDescribed(Schedules.CATALOG.complete(), "optimizers", "`--schedule`");
    assertDescribed(Activations.CATALOG.complete(), "hidden-layers", "`--activation`");
    List<String> initializers =
        Stream.of(Initializer.values()).map(i -> i.name().toLowerCase(Locale.ROOT)).toList();
    assertDescribed(initializers, "hidden-layers", "`--init`");
  }

  /** The table has these choices in this order, with the same settings and defaults. */
  private static void assertDescribed(List<String> choices, String page, String header) {
    List<String> described =
        page(page).table(header).stream()
            .map(row -> row.get(0).replaceAll("^`([^`]*)`.*", "$1"))
            .toList();
    assertEquals(
        choices.stream().map(ReferencePagesTest::settings).toList(),
        described.stream().map(ReferencePagesTest::settings).toList());
  }

  /** The name, and the settings as numbers, so that 1e-8 is 1.0E-8. */
  private static Map<String, Double> settings(String choice) {
    Map<String, Double> settings = new TreeMap<>();
    String[] parts = choice.split("[:,]");
    settings.put(parts[0], 0.0);
    Stream.of(parts)
        .skip(1)
        .map(setting -> setting.split("="))
        .forEach(setting -> settings.put(setting[0], Double.valueOf(setting[1])));
    return settings;
  }
}
