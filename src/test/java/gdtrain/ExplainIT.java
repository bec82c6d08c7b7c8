package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code explain} on terminals and beside other programs. */
class ExplainIT {
  /** Runs a command with stdout on a terminal 100 characters wide, and prints what came there. */
  private static final String TERMINAL =
      """
      import fcntl, os, pty, struct, subprocess, sys, termios
      master, slave = pty.openpty()
      fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
      run = subprocess.Popen(sys.argv[1:], stdin=slave, stdout=slave, stderr=subprocess.DEVNULL)
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
      sys.stdout.write(seen.decode().replace("\\r\\n", "\\n"))
      """;

  private static final String UP = "\u001b[36m raise \u001b[0m";

  private static List<String> onTerminal(Map<String, String> environment) throws Exception {
    return Program.run(
            environment,
            Program.python("pty"),
            "-c",
            TERMINAL,
            Program.GDTRAIN,
            "explain",
            "datasets/rents.csv")
        .ok()
        .out()
        .lines()
        .toList();
  }

  @Test
  void aTerminalHasColoursAndItsWidth() throws Exception {
    List<String> lines = onTerminal(Map.of("TERM", "xterm", "NO_COLOR", ""));

    assertTrue(lines.get(4).contains("  bend  "), lines.toString());
    assertTrue(lines.get(5).contains(UP), lines.toString());
    assertEquals(
        lines.get(4).length(), lines.get(5).length() - UP.length() + " raise ".length(), "aligned");
  }

  @Test
  void coloursAreGoneWhereTheyAreUnwanted() throws Exception {
    assertFalse(onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1")).toString().contains("\u001b"));
    assertFalse(onTerminal(Map.of("TERM", "dumb", "NO_COLOR", "")).toString().contains("\u001b"));
  }

  @Test
  void jqAndPythonReadTheJson() throws Exception {
    Program.assumeInstalled("jq");
    String python = Program.python("json");
    String shares =
        "import json, sys; e = json.load(sys.stdin); print(abs(sum(p['share'] for p in"
            + " e['parameters']) - 1) < 1e-12, e['kind'], e['optimum']['unique'])";
    Outcome outcome =
        Program.bash(
            """
            gdtrain explain datasets/rents.csv -q --format json > "$1" &&
            jq -r 'keys_unsorted | join(" ")' "$1" && "$2" -c "$3" < "$1" && rm "$1"
            """,
            "target/explained.json",
            python,
            shares);

    assertEquals(
        "data target loss_name epoch training_rows loss objective gradient_norm largest_stable_lr"
            + " condition_number kind optimum step parameters\nTrue exact True\n",
        outcome.ok().out());
  }
}
