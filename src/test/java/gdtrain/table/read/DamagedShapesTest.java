package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of all shapes with bytes changed, lost or repeated: a table or one sentence, never more.
 */
class DamagedShapesTest {
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/shapes"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void endInATableOrASentence(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      int length = i % 3 == 0 ? random.nextInt(whole.length) : whole.length;
      read(Arrays.copyOf(damaged, length));
    }
  }

  private static void read(byte[] bytes) {
    try {
      assertTrue(CsvReader.read(Csv.source(bytes), CsvOptions.defaults()).rows() > 0);
    } catch (BadTable e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }
}
