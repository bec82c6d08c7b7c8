package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.table.read.Csv;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table TABLE = Csv.read("x,t\n1,b\n\n,a\n3,\n4,c\n");

  @Test
  void saysWhatItHolds() {
    assertEquals("standard input", TABLE.name());
    assertEquals(List.of("x", "t"), TABLE.columnNames());
    assertEquals(4, TABLE.rows());
    assertEquals(2, TABLE.columns().get(1).position());
    assertEquals(4, TABLE.columns().get(1).rows());
    assertEquals(List.of(2L, 4L, 5L, 6L), Csv.lines(TABLE));
    assertEquals(List.of("standard input: 4 rows, 2 columns, header, comma, UTF-8"), TABLE.notes());
  }

  @Test
  void selectsRowsInTheOrderGiven() {
    Table selected = TABLE.select(new int[] {3, 1, 3, 2});
    assertEquals(
        List.of("x NumericColumn [4.0, NA, 4.0, 3.0]", "t TextColumn [c, a, c, NA]"),
        Csv.content(selected));
    assertEquals(List.of(6L, 4L, 6L, 5L), Csv.lines(selected));
    assertEquals(TABLE.sha256(), selected.sha256());
    assertEquals(0, TABLE.select(new int[0]).rows());
  }

  @Test
  void keepsOnlyTheLevelsThatOccur() {
    TextColumn text = (TextColumn) TABLE.select(new int[] {3, 1}).columns().get(1);
    assertEquals(List.of("a", "c"), text.levels());
    assertEquals(1, text.code(0));
    assertEquals(0, text.code(1));
  }

  @Test
  void codesMissingTextsAsMinusOneAndHasNoTextForThem() {
    TextColumn text = (TextColumn) TABLE.columns().get(1);
    assertEquals(-1, text.code(2));
    assertThrows(IllegalStateException.class, () -> text.text(2));
    assertThrows(IndexOutOfBoundsException.class, () -> text.code(4));
  }

  @Test
  void ordersLevelsByCodePointNotByUtf16Unit() {
    TextColumn text =
        (TextColumn) Csv.read("t\n\uff21\n😀\nb\nab\na\nB\né\n10\n9\n😀a\n😁\n").columns().get(0);
    assertEquals(
        List.of("10", "9", "B", "a", "ab", "b", "é", "\uff21", "😀", "😀a", "😁"), text.levels());
  }

  @Test
  void holdsMoreRowsThanOneBlock() {
    int[] numbers = new Random(1).ints(5000, -9, 9).toArray();
    StringBuilder text = new StringBuilder("x,t\n");
    IntStream.of(numbers).forEach(n -> text.append(n).append(",t").append(n).append('\n'));
    Table table = Csv.read(text.toString());
    for (int row = 0; row < numbers.length; row++) {
      assertEquals(numbers[row], ((NumericColumn) table.columns().get(0)).value(row));
      assertEquals("t" + numbers[row], ((TextColumn) table.columns().get(1)).text(row));
    }
  }
}
