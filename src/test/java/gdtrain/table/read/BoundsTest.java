package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no end, unpacks to what no table is, or goes on behind its end. */
class BoundsTest {
  private static final byte[] ROWS = "x,y\n1,2\n2,3\n3,5\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  /**
   * A stream without an end, of a byte for each place; it fails if far more is read than needed.
   */
  private static InputStream endless(String start, IntUnaryOperator bytes) {
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        if (at > 1 << 26) {
          throw new AssertionError("read on and on");
        }
        int next = at < head.length ? head[at] : bytes.applyAsInt(at - head.length);
        at++;
        return next & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
          target[offset + i] = (byte) read();
        }
        return length;
      }
    };
  }

  static Stream<InputStream> endless() {
    Random random = new Random(1);
    return Stream.of(
        endless("", i -> 0),
        endless("", i -> random.nextInt()),
        endless("", i -> 'y'),
        endless("x,y\n1,2\n", i -> 0),
        endless("x,y\n1,2\n", i -> '7'),
        endless("x,y\n1,2\n", i -> ','),
        endless("x,y\n1,2\n\"", i -> 'a'));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void aStreamWithoutAnEndIsJudgedByItsBeginning(InputStream endless) {
    BadTable fault =
        assertThrows(
            BadTable.class, () -> CsvReader.read(Source.of("-", endless), CsvOptions.defaults()));
    assertTrue(fault.getMessage().startsWith("standard input"), fault.getMessage());
  }

  /** Contents that pack well: long cells, long lines, blank lines. */
  static Stream<List<String>> bombs() {
    return Stream.of(
        List.of("x,y\n1,2\n", "a", "a line of more than"),
        List.of("x,y\n1,2\n", "1,", "a line of more than"),
        List.of("x,y\n1,2\n", "\n", "blank lines of more than"),
        List.of("x,y\n1,2\n", " \r\n", "blank lines of more than"),
        List.of("x,y\n1,2\n3,\"", "cell\n", "has more than 16,777,216 characters"));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBombIsRefused(List<String> bomb) throws IOException {
    for (String ending : List.of("csv.gz", "csv.bz2")) {
      Path file = folder.resolve("bomb." + ending);
      byte[] piece = packed(ending, bomb.get(1).repeat(1_000_000 / bomb.get(1).length()));
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(packed(ending, bomb.get(0)));
        for (int i = 0; i < 18; i++) {
          out.write(piece); // several streams are one content; to pack them all takes seconds
        }
      }
      BadTable fault =
          assertThrows(
              BadTable.class,
              () -> CsvReader.read(Source.of(file.toString(), null), CsvOptions.defaults()));
      assertTrue(fault.getMessage().contains(bomb.get(2)), fault.getMessage());
    }
  }

  private static byte[] packed(String ending, String content) throws IOException {
    byte[] plain = content.getBytes(StandardCharsets.UTF_8);
    return ending.equals("csv.gz") ? gzip(plain) : bzip2(plain);
  }

  private static byte[] bzip2(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bytes, 1)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private Table read(byte[] packed, boolean piped) throws IOException {
    Path file = Files.write(folder.resolve("t.csv.gz"), packed);
    Source source =
        piped ? Source.of("-", new ByteArrayInputStream(packed)) : Source.of(file.toString(), null);
    return CsvReader.read(source, CsvOptions.defaults());
  }

  @Test
  void severalGzipStreamsAreOneContent() throws IOException {
    byte[] header = gzip(Arrays.copyOf(ROWS, 4));
    byte[] rows = gzip(Arrays.copyOfRange(ROWS, 4, ROWS.length));
    byte[] many = gzip("4,5\n".repeat(300_000).getBytes(StandardCharsets.UTF_8));
    for (boolean piped : List.of(false, true)) {
      assertEquals(3, read(join(header, rows), piped).rows());
      assertEquals(3, read(join(gzip(new byte[0]), header, rows), piped).rows());
      assertEquals(300_003, read(join(header, rows, many), piped).rows());
      assertEquals(600_003, read(join(header, many, rows, many), piped).rows());
    }
  }

  static Stream<byte[]> behind() {
    return Stream.of(
        "garbage".getBytes(StandardCharsets.UTF_8),
        new byte[] {'x'},
        new byte[] {0x1f},
        new byte[] {0x1f, (byte) 0x8b},
        new byte[512],
        "4,5\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("behind")
  void bytesBehindAGzipStreamAreAFault(byte[] rest) throws IOException {
    for (boolean piped : List.of(false, true)) {
      BadTable fault = assertThrows(BadTable.class, () -> read(join(gzip(ROWS), rest), piped));
      assertTrue(fault.getMessage().contains("is damaged gzip data"), fault.getMessage());
    }
  }

  @Test
  void aGzipStreamThatIsCutShortIsAFault() throws IOException {
    byte[] two = join(gzip(ROWS), gzip("4,5\n".repeat(1000).getBytes(StandardCharsets.UTF_8)));
    int first = gzip(ROWS).length;
    for (int length : List.of(first - 1, first - 9, first + 5, first + 20, two.length - 1)) {
      BadTable fault =
          assertThrows(BadTable.class, () -> read(Arrays.copyOf(two, length), length % 2 == 0));
      assertTrue(fault.getMessage().contains("is damaged gzip data"), fault.getMessage());
    }
  }
}
