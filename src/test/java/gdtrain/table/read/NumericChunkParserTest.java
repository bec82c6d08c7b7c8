package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericChunkParserTest {
  private static final String HEADER = "a,b\n";
  private static final Source SOURCE = Csv.source(HEADER + "1,2\n");
  private static final CsvOptions OPTIONS = Csv.missing("999", "not known");

  private final CsvSchema schema =
      CsvSchema.of(SOURCE, OPTIONS, Layout.of(SOURCE, OPTIONS), new BitSet());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n",
        " 1\t, 2 \n",
        "1,2",
        "-0.5,+.25\r\n",
        "1e5,2E-3\r",
        "NA,\n",
        ",not known \n",
        "999,9.99e2\n",
        "\n1,2\n\n  \n3,4\n",
        "12345678901234567890,0.1234567890123456789\n",
        "1e300,1e-320\n"
      })
  void readsPlainNumbers(String text) {
    Chunk chunk = chunk(text);
    assertTrue(new NumericChunkParser(schema).parse(chunk));
    Table expected = Csv.read(HEADER + text, OPTIONS);
    assertEquals(expected.rows(), chunk.batch().rows());
    for (int row = 0; row < expected.rows(); row++) {
      assertEquals(expected.line(row), 1 + chunk.batch().lines().get(row));
      for (int column = 0; column < 2; column++) {
        double value = ((NumericColumn) expected.columns().get(column)).value(row);
        assertEquals(value, chunk.batch().numbers()[2 * row + column]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,x\n",
        "1\n",
        "1,2,3\n",
        "\"1\",2\n",
        "1,inf\n",
        "1,1e999\n",
        "1,2d\n",
        "1,0x1\n",
        "1,2 3\n",
        "1,e5\n",
        "1,5e\n",
        "1,5e+\n",
        "1,\u00a02\n",
        "1,2\u000b\n",
        "1,\0\n",
        "1,NA x\n",
        "1,2\n1"
      })
  void leavesAllElseToTheParser(String text) {
    assertFalse(new NumericChunkParser(schema).parse(chunk(text)));
  }

  @Test
  void givesTheDoubleNearestToTheDecimalNumber() {
    Random random = new Random(1);
    NumericChunkParser parser = new NumericChunkParser(schema);
    for (int i = 0; i < 20_000; i++) {
      String a = number(random);
      String b = number(random);
      Chunk chunk = chunk(a + "," + b + "\n");
      assertTrue(parser.parse(chunk), a + "," + b);
      assertEquals(Double.parseDouble(a), chunk.batch().numbers()[0], a);
      assertEquals(Double.parseDouble(b), chunk.batch().numbers()[1], b);
    }
  }

  private static String number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      case 1 -> String.format(Locale.ROOT, "%." + random.nextInt(20) + "f", random.nextGaussian());
      case 2 -> Long.toString(random.nextLong());
      case 3 -> random.nextInt(1_000_000) + "e" + (random.nextInt(80) - 40);
      default ->
          (1L << 53) + random.nextInt(9) + "." + random.nextInt(10) + "e-" + random.nextInt(25);
    };
  }

  /** A chunk that is not the first. */
  private Chunk chunk(String text) {
    byte[] bytes = (text + "\n").getBytes(UTF_8);
    int length = bytes.length - 1;
    Chunk chunk = new Chunk(schema);
    chunk.begin(1, HEADER.length());
    System.arraycopy(bytes, 0, chunk.room(length + EightDigits.BEHIND), 0, bytes.length);
    chunk.end(length, text.indexOf('"') >= 0);
    return chunk;
  }
}
