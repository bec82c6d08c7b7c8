package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.table.Table;
import org.junit.jupiter.api.Test;

/** What the user is told about a text column that looks like numbers. */
class TextNoteTest {
  @Test
  void saysWhenNearlyAllCellsOfATextColumnAreNumbers() {
    Table table = Csv.read("age\n" + "1\n".repeat(8) + "unknown\n\ninf\n?\n");
    assertEquals(
        "column 'age' (1) is read as text: 9 of its 10 values are numbers, but line 10 has"
            + " 'unknown'; ⟦na⟧ unknown reads that as missing, ⟦categorical⟧ age says that text is"
            + " meant",
        table.notes().get(1));
  }

  @Test
  void saysNothingWhenTextIsUsualOrAskedFor() {
    assertEquals(1, Csv.read("age\n" + "1\n".repeat(8) + "a\nb\n").notes().size());
    String text = "age\n" + "1\n".repeat(20) + "a\n";
    assertEquals(1, Csv.read(text, Csv.kinds("", "age")).notes().size());
  }

  @Test
  void saysHowToWriteNumbersThatHoldCommas() {
    Table table = Csv.read("my price;n\n12;1\n1,5;2\n\"1,234.5\";3\n");
    assertEquals(
        "column 'my price' (1) is read as text: its numbers hold commas, line 3 has '1,5'; write"
            + " 1234.5 for them, or ⟦categorical⟧ 1 if text is meant",
        table.notes().get(2));
  }
}
