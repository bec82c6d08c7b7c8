package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The progress bar: on terminals only, and gone when the run is over. */
class ProgressIT {
  private static final String BAR = "epoch .*\\[.*\\] +[0-9]+/2000000000 .* loss [0-9.]+";

  /** Runs a command with stderr, or both streams, on a terminal, and prints what came there. */
  private static final String TERMINAL =
      """
      import os, pty, subprocess, sys
      master, slave = pty.openpty()
      out = slave if sys.argv[1] == "both" else subprocess.DEVNULL
      run = subprocess.Popen(sys.argv[2:], stdout=out, stderr=slave)
      os.close(slave)
      seen = b""
      while True:
          try:
              piece = os.read(master, 4096)
          except OSError:
              break
          if not piece:
              break
          seen += piece
      run.wait()
      sys.stdout.write(seen.decode().replace("\\r\\n", "\\n").replace("\\r", "\\n<"))
      """;

  private static List<String> fit(String... options) {
    List<String> command = new ArrayList<>(List.of(Program.GDTRAIN, "fit", "datasets/iris.csv"));
    command.addAll(List.of("--lr", "0.001", "--tolerance", "0", "--epochs", "2000000000"));
    command.addAll(List.of("--time-limit", "2", "--log-every", "1000000"));
    command.addAll(List.of(options));
    return command;
  }

  private static List<String> onTerminal(String streams, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(Program.python("pty"), "-c", TERMINAL, streams));
    command.addAll(fit(options));
    return Program.run(Map.of(), command.toArray(String[]::new)).ok().out().lines().toList();
  }

  private static boolean hasBar(List<String> lines) {
    return lines.stream().anyMatch(line -> line.matches("<?" + BAR + ".*"));
  }

  @Test
  void showsABarOnATerminalAndTakesItAway() throws Exception {
    List<String> lines = onTerminal("errors");

    assertTrue(hasBar(lines), lines.toString());
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).contains(" loss ") && lines.get(i).startsWith("<") ? i : last;
    }
    assertTrue(lines.get(last + 1).matches("< +"), lines.toString());
    assertTrue(lines.get(last + 2).startsWith("<not converged: "), lines.toString());
  }

  @Test
  void showsNoneBesideALogOnTheTerminalOrWhereItIsUnwanted() throws Exception {
    assertFalse(hasBar(onTerminal("both")));
    assertFalse(hasBar(onTerminal("errors", "--progress", "never")));
    assertEquals(List.of(), onTerminal("errors", "-q"));
  }

  @Test
  void showsNoneInAPipeUnlessAsked() throws Exception {
    Outcome plain = Program.run(Map.of(), fit().toArray(String[]::new)).ok();
    Outcome asked = Program.run(Map.of(), fit("--progress", "always").toArray(String[]::new)).ok();

    assertFalse(plain.err().contains("\r"), plain.err());
    assertTrue(hasBar(asked.err().replace('\r', '\n').lines().toList()), asked.err());
  }
}
