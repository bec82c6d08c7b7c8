package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a text column that looks like numbers. */
class TextNoteTest {
  @Test
  void warnsWhenMostCellsOfATextColumnAreNumbers() {
    Table table = Csv.read("age\n" + "1\n".repeat(8) + "unknown\n\ninf\n?\n");
    assertEquals(
        List.of(
            "column 'age' (1) is read as text, 3 categories: 9 of its 10 values are numbers, but line"
                + " 10 has 'unknown'; correct it, or ⟦na⟧ unknown reads that as missing, and"
                + " ⟦categorical⟧ age says that text is meant"),
        warnings(table));
  }

  @Test
  void saysNothingWhenTextIsUsualOrAskedFor() {
    assertEquals(List.of(), warnings(Csv.read("age\n" + "1\n".repeat(4) + "a\nb\n".repeat(3))));
    String text = "age\n" + "1\n".repeat(20) + "a\n";
    assertEquals(List.of(), warnings(Csv.read(text, Csv.kinds("", "age"))));
  }

  @Test
  void warnsWhenNumbersAreWrittenInSeveralWays() {
    Table table = Csv.read("my price;n\n12;1\n1,5;2\n\"1,234.5\";3\n");
    assertEquals(
        List.of(
            "column 'my price' (1) is read as text, 3 categories: 3 of its 3 values are numbers, but"
                + " not all are written in the same way; ⟦categorical⟧ 1 says that text is meant"),
        warnings(table));
  }

  private static List<String> warnings(Table table) {
    return table.columns().get(0).reading().warnings();
  }
}
