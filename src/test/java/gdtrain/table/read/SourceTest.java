package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.table.store.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  private static final byte[] ABC = "abc".getBytes(UTF_8);
  private static final String ABC_SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void givesTheBytesOfAFileEveryTimeItIsOpened() throws IOException {
    Source source = file("a.csv", ABC);
    assertArrayEquals(ABC, bytes(source));
    assertArrayEquals(ABC, bytes(source));
    assertEquals(folder.resolve("a.csv").toString(), source.name());
  }

  @Test
  void givesStandardInputEveryTimeItIsOpened() throws IOException {
    Source source = Source.of("-", new ByteArrayInputStream(ABC));
    assertArrayEquals(ABC, bytes(source));
    assertArrayEquals(ABC, bytes(source));
    assertEquals("standard input", source.name());
  }

  @Test
  void undoesGzipWhateverTheName() throws IOException {
    assertArrayEquals(ABC, bytes(file("a.csv", Csv.gzip(ABC))));
    assertArrayEquals(ABC, bytes(Csv.source(Csv.gzip(ABC))));
    assertArrayEquals(ABC, bytes(file("plain.gz", ABC)));
  }

  @Test
  void readsAllMembersOfAConcatenatedGzip() throws IOException {
    byte[] one = Csv.gzip(ABC);
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertArrayEquals("abcabc".getBytes(UTF_8), bytes(file("two.gz", two)));
  }

  @Test
  void hashesTheDecompressedContent() throws IOException {
    Source source = Csv.source(Csv.gzip(ABC));
    bytes(source);
    assertEquals(ABC_SHA256, source.sha256());
  }

  @Test
  void hashesTheSameByteByByte() throws IOException {
    Source source = Csv.source(ABC);
    try (InputStream in = source.open()) {
      assertEquals('a', in.read());
      assertThrows(IllegalStateException.class, source::sha256);
      in.skipNBytes(2);
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
    assertEquals(ABC_SHA256, source.sha256());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_000})
  void keepsStandardInputInAFileWhereThereIsNoMemoryForIt(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    for (long memory : new long[] {1, 300_000, 10_000_000}) {
      Storage storage = new Storage(memory, folder);
      Source source = Source.of("-", new ByteArrayInputStream(content), storage);
      assertArrayEquals(content, bytes(source));
      assertArrayEquals(content, bytes(source));
      assertTrue(storage.left() >= 0);
    }
  }

  @Test
  @Timeout(20)
  void keepsWhatAPipeGivesOnce() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
    Source source = Source.of(pipe.toString(), InputStream.nullInputStream());
    Thread writer = new Thread(() -> writeTo(pipe));
    writer.start();
    assertArrayEquals(ABC, bytes(source));
    assertArrayEquals(ABC, bytes(source));
    writer.join();
  }

  private static void writeTo(Path pipe) {
    try {
      Files.write(pipe, ABC);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Source file(String name, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return Source.of(path.toString(), InputStream.nullInputStream());
  }

  private static byte[] bytes(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readAllBytes();
    }
  }
}
