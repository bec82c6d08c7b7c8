package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.table.BadTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFaultTest {
  @TempDir Path folder;

  @Test
  void namesAFileThatDoesNotExist() {
    assertFault(
        "nowhere.csv", "nowhere.csv does not exist; check the name and the current directory");
  }

  @Test
  void namesADirectory() {
    assertFault(folder.toString(), folder + " is a directory; give a CSV file in it");
  }

  @Test
  void refusesWhatCannotBeAFileName() {
    assertFault("a\0b", "'a\\u0000b' cannot be a file name; check it");
  }

  @Test
  void namesAFileThatMayNotBeRead() throws IOException {
    Path path = Files.write(folder.resolve("secret.csv"), new byte[] {1});
    assumeTrue(path.toFile().setReadable(false) && !Files.isReadable(path));
    Source source = Source.of(path.toString(), InputStream.nullInputStream());
    BadTable fault = assertThrows(BadTable.class, source::open);
    assertEquals(path + " may not be read; change its permissions", fault.getMessage());
  }

  @Test
  void namesDamagedGzip() throws IOException {
    byte[] random = new byte[10_000];
    new Random(1).nextBytes(random);
    byte[] whole = Csv.gzip(random);
    byte[] flipped = whole.clone();
    flipped[flipped.length - 5] ^= 1;
    for (byte[] damaged :
        new byte[][] {Arrays.copyOf(whole, 5), Arrays.copyOf(whole, 5000), flipped}) {
      Path path = Files.write(folder.resolve("damaged.gz"), damaged);
      Source source = Source.of(path.toString(), InputStream.nullInputStream());
      BadTable fault = assertThrows(BadTable.class, () -> source.open().readAllBytes());
      assertEquals(
          source.name()
              + " is damaged gzip data, cut short or with other bytes behind it; make or download it again",
          fault.getMessage());
    }
  }

  private static void assertFault(String argument, String sentence) {
    BadTable fault =
        assertThrows(BadTable.class, () -> Source.of(argument, InputStream.nullInputStream()));
    assertEquals(sentence, fault.getMessage());
  }
}
