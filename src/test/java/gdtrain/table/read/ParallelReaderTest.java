package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table, or the sentence, is the same however the work of reading is shared out. */
class ParallelReaderTest {
  /** More than any file here: the parser of the format reads all of it. */
  private static final int ONE_CHUNK = 1 << 24;

  private static final int[] CHUNKS = {1, 2, 3, 7, 16, 33, 64, 300, 5000};

  private static final List<CsvOptions> OPTIONS =
      List.of(
          CsvOptions.defaults(),
          CsvOptions.defaults(),
          Csv.missing("999", "n/a", "-"),
          Csv.missing("inf", "1e999", "\u00e9", "x"),
          Csv.header(HeaderPresence.NO),
          Csv.header(HeaderPresence.YES),
          Csv.kinds("1", ""),
          Csv.kinds("", "1"),
          Csv.delimiter(','),
          Csv.delimiter(' '),
          Csv.delimiter('1'),
          Csv.delimiter('e'),
          Csv.encoding(ISO_8859_1),
          Csv.encoding(UTF_16LE));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void changesNothing(int group) {
    int tables = 0;
    int faults = 0;
    for (int seed = 30 * group; seed < 30 * (group + 1); seed++) {
      byte[] file = RandomCsv.of(seed);
      Random random = new Random(seed);
      CsvOptions options = OPTIONS.get(random.nextInt(OPTIONS.size()));
      List<Object> expected = outcome(file, options, 1, ONE_CHUNK);
      for (int threads = 1; threads <= 3; threads++) {
        int chunk = CHUNKS[random.nextInt(CHUNKS.length)];
        String place = "seed " + seed + ", " + threads + " by " + chunk + ", " + options;
        assertEquals(expected, outcome(file, options, threads, chunk), place);
      }
      tables += expected.size() > 1 ? 1 : 0;
      faults += expected.size() > 1 ? 0 : 1;
    }
    assertTrue(tables > 5 && faults > 5, tables + " tables, " + faults + " faults: too much alike");
  }

  @Test
  void findsTheFirstFaultOfSeveral() {
    String rows = "1,2\n".repeat(2000);
    for (String fault : List.of("1,2,3\n", "1,\"2\n", "1,\0\n", "\"1\"x,2\n", "a,b\n")) {
      for (String next : List.of("5\n", "\"6", "\0", "1,2,3,4\n")) {
        byte[] file = ("a,b\n" + rows + fault + rows + next + rows).getBytes(UTF_8);
        for (int chunk : new int[] {10, 100, 4000}) {
          assertEquals(
              outcome(file, CsvOptions.defaults(), 1, ONE_CHUNK),
              outcome(file, CsvOptions.defaults(), 3, chunk));
        }
      }
    }
  }

  @Test
  void namesTheLineOfAFaultFarBehindTheFirstChunk() {
    String text = "a,b\n" + "1,\"x\ny\"\n".repeat(1000) + "1,2,3\n";
    for (int threads = 1; threads <= 3; threads++) {
      List<Object> outcome = outcome(text.getBytes(UTF_8), CsvOptions.defaults(), threads, 50);
      assertTrue(outcome.toString().contains("line 2002: 3 cells"), outcome.toString());
    }
  }

  @Test
  void readsAColumnThatTurnsToTextAtItsEnd() {
    String text = "a,b,c\n" + "1.50,2,3\n".repeat(3000) + "x,4,5\n";
    Table table = CsvReader.read(Csv.source(text), CsvOptions.defaults(), 3, 100);
    assertEquals(List.of("1.50", "x"), ((TextColumn) table.columns().get(0)).levels());
    assertEquals(4.0, ((NumericColumn) table.columns().get(1)).value(3000));
    assertEquals(3002, table.line(3000));
  }

  /** Everything of the table, or the sentence alone. */
  private static List<Object> outcome(byte[] file, CsvOptions options, int threads, int chunk) {
    try {
      return Csv.everything(CsvReader.read(Csv.source(file), options, threads, chunk));
    } catch (BadTable e) {
      return List.of(e.getMessage());
    }
  }
}
