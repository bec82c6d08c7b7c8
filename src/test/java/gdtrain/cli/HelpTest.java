package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the program says of itself. */
class HelpTest {
  /** Options that do something only where they are given. */
  private static final Set<String> OFF =
      Set.of(
          "--columns",
          "--na",
          "--include",
          "--exclude",
          "--categorical",
          "--numeric",
          "--clip-norm",
          "--time-limit",
          "--patience",
          "--validation",
          "--spec",
          "--output",
          "--log",
          "--params",
          "--test",
          "--fold-column",
          "--best-output",
          "--require",
          "--checkpoint",
          "--resume",
          "--metrics",
          "--model",
          "--rows",
          "--row");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fit",
        "cv",
        "sweep",
        "explain",
        "check",
        "terrain",
        "predict",
        "evaluate",
        "show"
      })
  void everyCommandHasHelpAndVersion(String command) {
    Outcome help = run(command, "--help").ok();

    assertTrue(help.out().startsWith("Usage: gdtrain " + command + " "), help.out());
    assertEquals(new Outcome(0, help.out(), ""), run("help", command));
    assertEquals(run("--version").ok(), run(command, "--version"));
  }

  @Test
  void versionIsOneLine() {
    assertTrue(run("--version").ok().out().matches("gdtrain [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  }

  @Test
  void theOverviewNamesEveryCommandAndStatus() {
    String help = run("--help").ok().out();

    for (String command :
        List.of(
            "fit", "cv", "sweep", "explain", "check", "terrain", "predict", "evaluate", "show")) {
      assertTrue(help.contains("\n  " + command + " "), help);
    }
    for (int status : List.of(0, 1, 2, 3, 4, 5, 130, 141, 143)) {
      assertTrue(help.lines().anyMatch(line -> line.matches(" +" + status + " +\\w.*")), help);
    }
  }

  @Test
  void everyOptionWithADefaultSaysIt() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    List<Callable<Integer>> commands =
        List.of(
            new FitCommand(console),
            new CvCommand(console),
            new SweepCommand(console),
            new ExplainCommand(console),
            new CheckCommand(console),
            new TerrainCommand(console),
            new PredictCommand(console),
            new EvaluateCommand(console),
            new ShowCommand(console));

    int said = 0;
    for (Callable<Integer> command : commands) {
      for (OptionSpec option : new CommandLine(command).getCommandSpec().options()) {
        boolean takesValue = option.arity().max() > 0 || option.negatable();
        if (takesValue && !OFF.contains(option.longestName())) {
          String text = String.join(" ", option.description());
          assertTrue(text.contains("Default: "), option.longestName() + ": " + text);
          said++;
        }
      }
    }
    assertTrue(said > 20, "only " + said + " options were looked at");
  }
}
