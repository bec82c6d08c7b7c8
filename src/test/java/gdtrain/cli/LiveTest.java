package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fit --live}: curves on the terminal that stderr is. */
class LiveTest {
  private static final String ERRORS = "gdtrain.stderr.columns";
  private static final String OUTPUT = "gdtrain.stdout.columns";

  @AfterEach
  void leave() {
    System.clearProperty(ERRORS);
    System.clearProperty("gdtrain.stderr.rows");
    System.clearProperty(OUTPUT);
  }

  private static Outcome fit(String options) {
    return run(Cli.args(List.of("fit", data("iris"), "--epochs", "30"), options.split(" ")));
  }

  /** Not a byte differs where stderr is no terminal, also in what it says. */
  @Test
  void inAPipeItChangesNothing() {
    assertEquals(
        fit("--tolerance 1e-9").err(), fit("--tolerance 1e-9 --live").err().replace(" --live", ""));
    assertEquals(fit("--tolerance 0").out(), fit("--tolerance 0 --live").out());
    assertFalse(fit("--live").err().contains("\u001b"));
  }

  @Test
  void onATerminalTheCurvesStandBeforeTheSummary() {
    System.setProperty(ERRORS, "60");
    System.setProperty("gdtrain.stderr.rows", "16");
    Outcome live = fit("--live --validation 0.2 --l2 0.01").ok();
    List<String> lines = live.err().lines().toList();
    int first = 0;
    while (!lines.get(first).contains("val_loss")) {
      first++;
    }
    int end = first;
    while (!lines.get(end).contains("epochs, the limit") && !lines.get(end).startsWith("conv")) {
      end++;
    }

    assertTrue(end - first >= 6 && end - first < 16, live.err());
    assertTrue(lines.get(end - 1).contains("epoch"), live.err());
    assertEquals(fit("--validation 0.2 --l2 0.01").out(), live.out());
  }

  /** On one screen curves take the place of the rows. */
  @Test
  void theLogDoesNotRunThroughThePicture() {
    System.setProperty(ERRORS, "60");
    System.setProperty(OUTPUT, "60");
    assertEquals("", fit("--live").ok().out());
    assertTrue(fit("--tolerance 1e-9").ok().out().startsWith("epoch,loss"));
  }

  @ParameterizedTest
  @CsvSource({
    "--live -q,--live has no effect with --quiet",
    "--live --progress never,'--live has no effect with --progress, which draws on stderr, too'",
    "--live --progress always,'--live has no effect with --progress, which draws on stderr, too'"
  })
  void whatDoesNotGoWithItIsRefused(String options, String sentence) {
    assertEquals(sentence, fit(options).fault(ExitCode.USAGE));
  }
}
