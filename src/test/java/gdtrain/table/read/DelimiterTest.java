package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`,`,comma", "`;`,semicolon", "`\t`,tab", "`|`,bar"})
  void guessesEachCandidate(String delimiter, String name) {
    Table table = Csv.read("a,b,c\n1,2,3\n4,,6\n".replace(",", delimiter));
    assertEquals(List.of("a", "b", "c"), table.columnNames());
    assertTrue(table.notes().get(0).contains(", " + name + ", "));
    assertEquals(delimiter.equals(",") ? 1 : 2, table.notes().size());
  }

  @Test
  void saysThatItGuessed() {
    assertEquals(
        "cells are taken to be separated by semicolon; ⟦delimiter⟧ says otherwise",
        Csv.read("a;b\n1;2\n").notes().get(1));
    assertEquals(1, Csv.read("a;b\n1;2\n", Csv.delimiter(';')).notes().size());
  }

  @Test
  void isNotFooledByCandidatesInsideQuotes() {
    assertEquals(List.of("name", "x"), Csv.read("name;x\n\"a, b\";1\n\"c, d\";2\n").columnNames());
    assertEquals(
        List.of("name", "x"), Csv.read("name,x\n\"a;b;c\",1\n\"d;e;f\",2\n").columnNames());
    assertEquals(List.of("a;b;c", "x"), Csv.read("\"a;b;c\",x\n\"1;2;3\",4\n").columnNames());
  }

  @Test
  void isNotFooledByDecimalCommas() {
    assertEquals(List.of("x", "y"), Csv.read("x;y\n1,5;2,5\n3,5;4,5\n").columnNames());
  }

  @Test
  void takesTheCandidateThatGivesMostCells() {
    assertEquals(3, Csv.read("a|b,c|d,e\n1|2,3|4,5\n").columns().size());
    assertEquals(4, Csv.read("a;b;c;d,e\n1;2;3;4,5\n").columns().size());
  }

  @Test
  void survivesOneRaggedRowSoThatTheRowGetsTheBlame() {
    String text = "a;b\n" + "1;2\n".repeat(10) + "1;2;3\n" + "1;2\n".repeat(10);
    assertTrue(Csv.fault(text).startsWith("line 12: 3 cells, not 2 as before"));
    assertTrue(Csv.fault(text).contains("(semicolon)"));
  }

  @Test
  void takesCommaForASingleColumn() {
    Table table = Csv.read("x\n1\n2\n");
    assertEquals(1, table.columns().size());
    assertTrue(table.notes().get(0).contains("comma"));
  }

  @Test
  void judgesALongFileByItsBeginning() {
    String wide = "1;".repeat(40_000) + "1\n";
    assertEquals(40_001, Csv.read(wide + wide).columns().size());
  }

  @Test
  void obeysTheOption() {
    Table table = Csv.read("a b\n1 2\n3  4\n".replace("  ", " "), Csv.delimiter(' '));
    assertEquals(List.of("a", "b"), table.columnNames());
    assertTrue(table.notes().get(0).contains(", space, "));
    assertTrue(Csv.read("a^b\n1^2\n", Csv.delimiter('^')).notes().get(0).contains("delimiter '^'"));
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r'})
  void refusesADelimiterThatMeansSomethingElse(char delimiter) {
    assertThrows(IllegalArgumentException.class, () -> Csv.delimiter(delimiter));
  }
}
