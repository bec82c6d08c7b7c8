package gdtrain.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.checkpoint.CheckpointFile.SavedRun;
import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is what was written, to the last bit, or is refused. */
class CheckpointFileTest {
  private static final List<double[]> MEMORY =
      List.of(
          new double[] {0.1, -0.0, Double.MIN_VALUE, Math.PI},
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE},
          new double[0]);
  private static final SavedRun RUN =
      new SavedRun(
          "0.1.0",
          Map.of("l2", "0.1", "columns", "größe,x".repeat(20_000)),
          List.of("ab", "cd"),
          new Checkpoint(
              new Epoch(7, 0.3, 0.4, OptionalDouble.of(0.1), 1e-300, OptionalDouble.of(2)),
              new Epoch(0, 1, 2, OptionalDouble.empty(), 3, OptionalDouble.empty()),
              1e6,
              12,
              0x8000_0000_0000_0001L,
              true,
              MEMORY));

  @TempDir Path folder;

  private SavedRun read(byte[] content) throws Exception {
    return CheckpointFile.read(Files.write(folder.resolve("c"), content));
  }

  private String refusal(byte[] content) {
    return assertThrows(CannotResume.class, () -> read(content)).getMessage();
  }

  @Test
  void keepsEveryBit() throws Exception {
    SavedRun read = read(CheckpointFile.bytes(RUN));

    assertEquals(RUN.version(), read.version());
    assertEquals(RUN.settings(), read.settings());
    assertEquals(RUN.data(), read.data());
    Checkpoint before = RUN.state();
    Checkpoint after = read.state();
    assertEquals(before.last(), after.last());
    assertEquals(before.kept(), after.kept());
    assertEquals(before.ceiling(), after.ceiling());
    assertEquals(before.evaluations(), after.evaluations());
    assertTrue(after.exhausted());
    assertEquals(MEMORY.size(), after.memory().size());
    for (int i = 0; i < MEMORY.size(); i++) {
      assertArrayEquals(MEMORY.get(i), after.memory().get(i)); // -0.0 is not 0.0 here
    }
  }

  @Test
  void refusesWhatIsCutOffAnywhere() {
    byte[] whole = small();
    for (int length = 0; length < whole.length; length++) {
      String sentence = refusal(Arrays.copyOf(whole, length));
      assertTrue(sentence.matches(".*(not whole|is not a gdtrain checkpoint|version).*"), sentence);
    }
  }

  @Test
  void refusesAnyWrongByte() {
    byte[] whole = small();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      refusal(damaged);
    }
    refusal(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void saysWhatIsWrong() {
    String name = folder.resolve("c").toString();
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] later = "gdtrain checkpoint 3\nrest".getBytes(StandardCharsets.UTF_8);

    assertEquals(name + " is not a gdtrain checkpoint", refusal(json));
    assertEquals(name + " has the format version 3, this program reads 2", refusal(later));
    assertThrows(CannotResume.class, () -> CheckpointFile.read(folder));
  }

  private static byte[] small() {
    return CheckpointFile.bytes(
        new SavedRun(RUN.version(), Map.of("l2", "0.1"), RUN.data(), RUN.state()));
  }
}
