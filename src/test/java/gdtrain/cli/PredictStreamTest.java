package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions of more rows than one piece, of which not all are in memory. */
class PredictStreamTest {
  private static final int PIECE = 1 << 23;

  /** A record of some hundred bytes, most of them in a column that the model does not use. */
  private static final String ROW = "2,%s,red\r\n".formatted("\"x,\r\n\"\"\"".repeat(40));

  /** Some pieces, of which one is neither the first nor the last. */
  private static final int ROWS = 9 * PIECE / 4 / ROW.length();

  /** One piece and the beginning of another one. */
  private static final int FEW_ROWS = 5 * PIECE / 4 / ROW.length();

  @TempDir Path folder;
  private String model;

  @BeforeEach
  void fit() throws IOException {
    model = folder.resolve("model.json").toString();
    Path data = folder.resolve("data.csv");
    Files.writeString(data, "size,color,price\n1,red,2\n2,blue,5\n3,red,6\n4,blue,9\n5,red,10\n");
    run("fit", data.toString(), "-o", model).ok();
  }

  /** A header, and rows without an end. */
  private static final class Endless extends InputStream {
    private final byte[] row = ROW.getBytes(UTF_8);
    private final ByteArrayOutputStream out;
    private long taken;

    Endless(ByteArrayOutputStream out) {
      this.out = out;
    }

    @Override
    public int read() throws IOException {
      if (out.size() > 100) {
        return -1; // there are predictions
      }
      if (taken > 8L * PIECE) {
        throw new IOException("there are no predictions yet");
      }
      byte[] header = "size,remark,color\r\n".getBytes(UTF_8);
      int at = (int) taken++;
      return at < header.length ? header[at] : row[(at - header.length) % row.length];
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      for (int i = 0; i < length; i++) {
        int next = read();
        if (next < 0) {
          return i == 0 ? -1 : i;
        }
        target[offset + i] = (byte) next;
      }
      return length;
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "--append"})
  void comeBeforeTheInputHasEnded(String option) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] command = {"predict", model, "-", "-q", option};
    String[] words = option.isEmpty() ? Arrays.copyOf(command, 4) : command;
    Cli.Outcome outcome = runOn(new Endless(out), out, out, words);
    assertFalse(outcome.err().contains("no predictions yet"), outcome.err());
    assertTrue(out.size() > 100, outcome.err());
  }

  private static byte[] stream(int rows, String last) {
    return ("size,remark,color\r\n" + ROW.repeat(rows) + last).getBytes(UTF_8);
  }

  @Test
  void areThoseOfTheRowsOneByOne() {
    String one = runOn(one(), "predict", model, "-").ok().out();
    String prediction = one.substring(one.indexOf('\n') + 1);
    assertEquals(
        "prediction\n" + prediction.repeat(ROWS),
        runOn(stream(ROWS, ""), "predict", model, "-").ok().out());
  }

  private static byte[] one() {
    return ("size,remark,color\r\n" + ROW).getBytes(UTF_8);
  }

  @Test
  void standBehindTheBytesOfTheRows() throws IOException {
    String one = runOn(one(), "predict", model, "-", "--append").ok().out();
    String header = "size,remark,color,prediction\r\n";
    assertTrue(one.startsWith(header));
    Path file = Files.write(folder.resolve("long.csv"), stream(ROWS, ROW.strip()));
    String row = one.substring(header.length());
    String expected = header + row.repeat(ROWS) + row.strip() + "\n";
    assertEquals(expected, run("predict", model, file.toString(), "--append").ok().out());
    byte[] packed = Cli.gzipped(stream(ROWS, ROW.strip()));
    assertEquals(expected, runOn(packed, "predict", model, "-", "--append").ok().out());
  }

  @ParameterizedTest
  @CsvSource({
    "'2,x,red,4\r\n', '4 cells, not 3 as before'",
    "'2,x,green\r\n', 'is none of the levels seen in training'",
    "'x,x,red\r\n', 'is not a number'",
    "'2,\"x,red\r\n', 'its quote is never closed'"
  })
  void endInASentenceWithTheLineAndWithoutAFile(String fault, String sentence) {
    int line = 2 + FEW_ROWS * ROW.split("\n").length;
    Path file = folder.resolve("out.csv");
    Cli.Outcome outcome =
        runOn(stream(FEW_ROWS, fault), "predict", model, "-", "-o", file.toString());
    assertEquals(3, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
    assertTrue(outcome.err().contains("line " + line), outcome.err());
    assertEquals(2, folder.toFile().list().length);
    assertTrue(
        runOn(stream(FEW_ROWS, fault), "predict", model, "-").out().startsWith("prediction\n"));
  }

  @Test
  void countWhatIsMissingAndUnseenInAllRows() {
    byte[] rows = stream(FEW_ROWS, ",x,green\r\n2,x,gray\r\n2,x,gray\r\n");
    String said = runOn(rows, "predict", model, "-", "--unseen", "base").ok().err();
    String count = "%,d".formatted(FEW_ROWS + 3);
    assertTrue(said.contains("missing cells of " + count + " rows: size 1; they"), said);
    assertTrue(said.contains("2 categories that the model does not have, such as 'gray'"), said);
  }

  @Test
  void sayWhatIsNoRowAtTheEnd() {
    Cli.Outcome outcome = runOn(stream(FEW_ROWS, "Total,,\r\n"), "predict", model, "-").ok();
    assertTrue(outcome.err().contains("('Total,,') is no row"), outcome.err());
    assertEquals(FEW_ROWS + 1, outcome.out().lines().count());
    assertEquals(
        3, runOn(stream(FEW_ROWS, "Total,,\r\n"), "predict", model, "-", "--strict").code());
  }
}
