package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
          "--predictions",
          "--best-output",
          "--require",
          "--checkpoint",
          "--resume",
          "--metrics",
          "--report",
          "--model",
          "--rows",
          "--row",
          "--follow",
          "--html");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fit",
        "cv",
        "sweep",
        "path",
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
            "fit",
            "cv",
            "sweep",
            "path",
            "explain",
            "check",
            "terrain",
            "predict",
            "evaluate",
            "show")) {
      assertTrue(help.contains("\n  " + command + " "), help);
    }
    for (int status : List.of(0, 1, 2, 3, 4, 5, 130, 141, 143)) {
      assertTrue(help.lines().anyMatch(line -> line.matches(" +" + status + " +\\w.*")), help);
    }
  }

  @Test
  void whatIsNeededMostComesFirstAndExamplesFitIntoAScreen() {
    for (Command command : Command.values()) {
      String help = run(command.word(), "--help").ok().out();
      String examples = help.substring(help.indexOf("\nExamples:\n") + 11);
      assertEquals(3, examples.lines().count(), help);
      assertTrue(examples.lines().allMatch(line -> line.length() < 80), examples);
    }
    String fit = run("fit", "--help").ok().out();
    assertTrue(fit.lines().takeWhile(line -> !line.equals("Most used:")).count() < 10, fit);
    assertTrue(fit.indexOf("--target") < fit.indexOf("\nReading:"), fit);
    for (String own :
        List.of("explain Explanation", "check Check", "terrain Terrain", "cv Folds")) {
      String help = run(own.split(" ")[0], "--help").ok().out();
      assertTrue(help.indexOf("\n" + own.split(" ")[1] + ":") < help.indexOf("\nMost used:"), help);
    }
  }

  @Test
  void theFormatsOfAllCommandsAreATopic() {
    String formats = run("help", "formats").ok().out();
    for (String column :
        List.of("grad_norm", "fold,metric,value", "set_lr", "probability_<class>")) {
      assertTrue(formats.contains(column), formats);
    }
    assertTrue(formats.lines().allMatch(line -> line.length() <= 80), formats);
  }

  @Test
  void everyOptionWithADefaultSaysIt() {
    int said = 0;
    for (Command command : Command.values()) {
      for (Setting<?> setting : Settings.of(command).toList()) {
        boolean takesValue = setting.type() != Setting.Type.FLAG;
        if (takesValue && !OFF.contains("--" + setting.key())) {
          String text = setting.sentence();
          assertTrue(text.contains("Default: "), setting.key() + ": " + text);
          said++;
        }
      }
    }
    assertTrue(said > 20, "only " + said + " options were looked at");
  }
}
