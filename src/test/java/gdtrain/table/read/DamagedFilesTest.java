package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened to a file, the outcome is a table or one sentence. */
class DamagedFilesTest {
  private static final byte[] STRUCTURE = {'"', ',', '\n', '\r', ' ', ';', '\t', 0, -1, -61, '9'};

  @ParameterizedTest
  @ValueSource(strings = {"penguins_raw", "titanic", "mtcars", "house_votes_84", "norris"})
  void endInATableOrASentence(String set) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("datasets", set + ".csv"));
    int tables = 0;
    for (int seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      byte[] damaged = damaged(whole, random);
      tables += outcome(random.nextInt(4) == 0 ? Csv.gzip(damaged) : damaged) ? 1 : 0;
    }
    assertTrue(tables > 0 && tables < 60, tables + " tables: the damage does not vary");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void endInASentenceWhenGzipIsDamaged(int seed) throws IOException {
    Random random = new Random(seed);
    byte[] packed = Csv.gzip(Files.readAllBytes(Path.of("datasets", "iris.csv")));
    for (int i = 0; i < 60; i++) {
      byte[] damaged = packed.clone();
      damaged[2 + random.nextInt(packed.length - 2)] ^= (byte) (1 + random.nextInt(255));
      outcome(Arrays.copyOf(damaged, packed.length - (i % 2) * random.nextInt(packed.length)));
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    int start = random.nextInt(3) == 0 ? random.nextInt(whole.length / 2) : 0;
    int end = random.nextInt(3) == 0 ? start + random.nextInt(whole.length - start) : whole.length;
    byte[] damaged = Arrays.copyOfRange(whole, start, end);
    for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
      int at = random.nextInt(damaged.length);
      damaged[at] =
          random.nextBoolean()
              ? STRUCTURE[random.nextInt(STRUCTURE.length)]
              : (byte) random.nextInt(256);
    }
    return damaged;
  }

  /** Whether it is a table; any exception but BadTable fails the test. */
  private static boolean outcome(byte[] bytes) {
    try {
      Table table = CsvReader.read(Csv.source(bytes), CsvOptions.defaults());
      table.select(new int[] {0, table.rows() - 1});
      return true;
    } catch (BadTable e) {
      assertTrue(e.getMessage().startsWith("standard input"), e.getMessage());
      assertFalse(e.getMessage().matches("(?s).*[\\r\\n].*"), e.getMessage());
      return false;
    }
  }
}
