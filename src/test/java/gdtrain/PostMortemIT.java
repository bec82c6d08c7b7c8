package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that a diverged run names, pasted into a shell. */
class PostMortemIT {
  @TempDir Path folder;

  private static Outcome paste(Outcome diverged) throws Exception {
    assertEquals(4, diverged.code(), diverged.err());
    return Program.bash(diverged.err().strip().replaceFirst("(?s).*; try: ", "")).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datasets/longley.csv --target TOTEMP --lr 10",
        "datasets/mtcars.csv --target mpg --optimizer momentum --lr 0.01 --scale none",
        "datasets/breast_cancer.csv --l2 1 --lr=20 -q --log-format none"
      })
  void converges(String arguments) throws Exception {
    Outcome again = paste(Program.bash("gdtrain fit " + arguments));

    boolean quiet = arguments.contains("-q");
    assertEquals(!quiet, again.err().contains("\nconverged after "), again.err());
  }

  @Test
  void keepsNamesThatAShellWouldTakeApart() throws Exception {
    Path table = folder.resolve("it's $HOME, or `not`.csv");
    Files.writeString(table, "a b,\"y \"\"$1\"\"\"\n1000,1\n2000,3\n3000,4\n5000,9\n");
    Path log = folder.resolve("*;|.csv");
    String line = "gdtrain fit \"$1\" --target 'y \"$1\"' --log \"$2\" --lr 1 --scale none";
    Outcome again = paste(Program.bash(line, table.toString(), log.toString()));

    assertTrue(again.err().contains("\nconverged after "), again.err());
    assertEquals("", again.out());
    assertTrue(Files.readString(log).startsWith("epoch,loss,grad_norm,lr\n"));
  }
}
