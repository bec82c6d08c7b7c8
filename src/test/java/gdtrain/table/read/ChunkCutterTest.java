package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkCutterTest {
  private static final Source SOURCE = Csv.source("a,b\n1,2\n");
  private final CsvSchema schema =
      CsvSchema.of(
          SOURCE, CsvOptions.defaults(), Layout.of(SOURCE, CsvOptions.defaults()), new BitSet());

  @Test
  void endsEveryChunkWhereALineEnds() {
    assertEquals(List.of("1,2\n", "3,4\n", "5,6\n", "7"), cut("1,2\n3,4\n5,6\n7", 5));
    assertEquals(List.of("1\r\n2\r\n", "3\r\n"), cut("1\r\n2\r\n3\r\n", 7));
    assertEquals(List.of("1\r2\r", "3\r"), cut("1\r2\r3\r", 5));
  }

  @Test
  void neverPartsALineEndOfTwoBytes() {
    for (int size = 1; size < 9; size++) {
      for (String chunk : cut("1,2\r\n3,4\r\n\r\n5,6\r\n", size)) {
        assertTrue(chunk.isEmpty() || chunk.endsWith("\r\n"), chunk);
      }
    }
  }

  @Test
  void seesWhichLineEndsAreInsideQuotes() {
    assertEquals(List.of("\"1\n2\",3\n", "4\n"), cut("\"1\n2\",3\n4\n", 9));
    assertEquals(List.of("x, \"1\"\"\n\",3\n", "4\n"), cut("x, \"1\"\"\n\",3\n4\n", 13));
    assertEquals(List.of("5' 10\",1\n", "2\n"), cut("5' 10\",1\n2\n", 10));
    assertEquals(List.of("\"1\" ,2\n", "\"\n"), cut("\"1\" ,2\n\"\n", 8));
  }

  @Test
  void growsForALongRecord() {
    String record = "1".repeat(60) + "\n";
    assertEquals(List.of(record, "22222\n"), cut(record + "22222\n", 4));
  }

  @Test
  void givesUpWhereNoRecordSeemsToEnd() {
    ChunkCutter cutter = cutter("1\n\"" + "2\n".repeat(500), 2);
    Chunk chunk = new Chunk(schema);
    cutter.cut(chunk);
    assertEquals("1\n", text(chunk));
    cutter.cut(chunk);
    assertTrue(chunk.isAtFault());
    assertEquals(2, chunk.offset());
  }

  private static String text(Chunk chunk) {
    return new String(chunk.bytes(), 0, chunk.length(), UTF_8);
  }

  private static ChunkCutter cutter(String text, int size) {
    return new ChunkCutter(new ByteArrayInputStream(text.getBytes(UTF_8)), size, Dialect.of(','));
  }

  private List<String> cut(String text, int size) {
    ChunkCutter cutter = cutter(text, size);
    Chunk chunk = new Chunk(schema);
    List<String> chunks = new ArrayList<>();
    while (!cutter.ended()) {
      cutter.cut(chunk);
      chunks.add(text(chunk));
    }
    assertEquals(text, String.join("", chunks));
    return chunks;
  }
}
