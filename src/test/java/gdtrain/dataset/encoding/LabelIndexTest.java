package gdtrain.dataset.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Labels by index are those that are found by text. */
class LabelIndexTest {
  private static final Table TABLE =
      table("x,text\n1,a\n-0,b\n2.5,a\n1e3,c\n3e15,b\n-7,a\n0.1,c\n100000000000000,b\n");

  private static Table table(String csv) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return CsvReader.read(
        Source.of("-", new ByteArrayInputStream(bytes)), CsvOptions.defaults(), 1);
  }

  private static void assertFound(Column column, List<String> labels, Integer... expected) {
    LabelIndex index = new LabelIndex(column, labels);
    List<Integer> found = IntStream.range(0, column.rows()).mapToObj(index::of).toList();
    assertEquals(List.of(expected), found);
    assertEquals(
        IntStream.range(0, column.rows())
            .mapToObj(row -> labels.indexOf(Cells.label(column, row)))
            .toList(),
        found);
  }

  @Test
  void numbersAreFoundAsTheyAreSpelledAsLabels() {
    List<String> labels =
        List.of("1000", "1", "0", "2.5", "3.0E15", "-7", "0.1", "100000000000000");
    assertFound(TABLE.columns().get(0), labels, 1, 2, 3, 0, 4, 5, 6, 7);
  }

  @Test
  void otherSpellingsOfANumberAreOtherLabels() {
    List<String> labels = List.of("1.0", "-0", "2.50", "1e3", "a", "NaN", "0x1p0", "-7");
    assertFound(TABLE.columns().get(0), labels, -1, -1, -1, -1, -1, 7, -1, -1);
  }

  @Test
  void textsAreFoundAndOthersAreNone() {
    assertFound(TABLE.columns().get(1), List.of("c", "x", "a"), 2, -1, 2, 0, -1, 2, 0, -1);
  }
}
