package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.UnknownColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnKindTest {
  @Test
  void readsTheUsualSpellingsOfAMissingCell() {
    Table table =
        Csv.read("x,t\n1,a\n,\nNA,NA\nN/A,N/A\nNaN,NaN\nnan,nan\nnull,null\nNULL,NULL\n?,?\n");
    assertEquals(
        List.of(
            "x NumericColumn [1.0, NA, NA, NA, NA, NA, NA, NA, NA]",
            "t TextColumn [a, NA, NA, NA, NA, NA, NA, NA, NA]"),
        Csv.content(table));
  }

  @Test
  void readsTheTokensAskedForEvenIfTheyAreNumbers() {
    Table table = Csv.read("x\n1\n-999\nn.a.\n", Csv.missing("-999", " n.a. "));
    assertEquals(List.of("x NumericColumn [1.0, NA, NA]"), Csv.content(table));
  }

  @Test
  void aTokenThatIsANumberStandsForAllSpellingsOfItAmongNumbersOnly() {
    String csv = "x,t\n1,a\n999.0,999.0\n+9.99e2,999\n99,b\n-0.0,-0.0\n0,0\n";
    assertEquals(
        List.of(
            "x NumericColumn [1.0, NA, NA, 99.0, NA, NA]",
            "t TextColumn [a, 999.0, NA, b, -0.0, NA]"),
        Csv.content(Csv.read(csv, Csv.missing("999", "0"))));
  }

  @Test
  void isNumericWhenEveryPresentCellIsANumber() {
    assertInstanceOf(NumericColumn.class, column("x\n007\n1e3\n?\n"));
    assertInstanceOf(TextColumn.class, column("x\n007\n1d\n"));
    assertInstanceOf(TextColumn.class, column("x\n1\n1_000\n"));
  }

  @Test
  void isNumericAndSaysSoWhenNothingIsPresent() {
    Table table = Csv.read("x,y\n1,\n2,NA\n");
    assertEquals("y NumericColumn [NA, NA]", Csv.content(table).get(1));
    assertTrue(Double.isNaN(((NumericColumn) table.columns().get(1)).value(0)));
    assertEquals(List.of("column 'y' (2) has no values"), table.columns().get(1).reading().notes());
  }

  @Test
  void readsAgainWhenALateCellIsText() {
    String text = "x,y,z\n" + "01,02,3\n".repeat(5000) + "1,a,3\nb,2,3\n" + "01,02,3\n".repeat(10);
    Table table = Csv.read(text);
    assertEquals(List.of("01", "1", "b"), ((TextColumn) table.columns().get(0)).levels());
    assertEquals(List.of("02", "2", "a"), ((TextColumn) table.columns().get(1)).levels());
    assertInstanceOf(NumericColumn.class, table.columns().get(2));
    assertEquals(5012, table.rows());
    assertEquals(5013, table.line(5011));
  }

  @Test
  void keepsTheSpellingOfACategoricalColumn() {
    Table table = Csv.read("zip,x\n00501,1\n 1.0,2\n1,3\nNA,4\n", Csv.kinds("", "zip"));
    assertEquals("zip TextColumn [00501, 1.0, 1, NA]", Csv.content(table).get(0));
    assertEquals(1, table.notes().size());
  }

  @Test
  void namesTextInANumericColumn() {
    assertEquals(
        "line 3, column 'b' (2): 'x y' is not a number; correct it, give na 'x y' if it means"
            + " missing, or take the column out of numeric",
        Csv.fault("a,b\n1,2\n1,x y\n1,z\n", Csv.kinds("2", "")));
    String late = "a,b\n" + "1,2\n".repeat(3000) + "1,x\n";
    assertTrue(Csv.fault(late, Csv.kinds("b", "")).startsWith("line 3002, column 'b' (2): 'x'"));
  }

  @Test
  void namesInfinityInANumericColumn() {
    assertEquals(
        "line 3, column 'x' (1): '-Inf' is not a finite number; correct it, or give na -Inf to"
            + " read it as missing",
        Csv.fault("x\n1\n-Inf\ninf\n"));
    assertTrue(Csv.fault("x\n1\n2\n1e999\n").contains("line 4, column 'x' (1): '1e999'"));
    assertTrue(Csv.fault("x\n1\ninf\n", Csv.kinds("x", "")).contains("not a finite number"));
  }

  @Test
  void readsInfinityAsTextInATextColumnAndAsMissingByRequest() {
    assertEquals(List.of("x TextColumn [1, inf, a]"), Csv.content(Csv.read("x\n1\ninf\na\n")));
    assertEquals(
        List.of("x NumericColumn [1.0, NA]"),
        Csv.content(Csv.read("x\n1\ninf\n", Csv.missing("inf"))));
    assertEquals(
        List.of("x TextColumn [1, inf]"), Csv.content(Csv.read("x\n1\ninf\n", Csv.kinds("", "x"))));
  }

  @Test
  void doesNotBlameInfinityWhenALaterCellMakesTheColumnText() {
    String text = "x\ninf\n" + "1\n".repeat(3000) + "late\n";
    assertInstanceOf(TextColumn.class, column(text));
  }

  @Test
  void refusesAColumnOfBothKinds() {
    var fault =
        assertThrows(
            IllegalArgumentException.class, () -> Csv.read("a,b\n1,2\n", Csv.kinds("a,b", "2")));
    assertEquals(
        "column 'b' is given to both numeric and categorical; choose one", fault.getMessage());
  }

  @Test
  void namesTheOptionOfAnUnknownColumn() {
    var fault = assertThrows(UnknownColumn.class, () -> Csv.read("a,b\n1,2\n", Csv.kinds("", "c")));
    assertTrue(fault.getMessage().startsWith("categorical: there is no column 'c'"));
  }

  @Test
  void showsEveryFaultOnOneShortLine() {
    String cell = "x\n\t\u0007" + "y".repeat(500);
    String fault = Csv.fault("a\n1\n\"" + cell + "\"\n", Csv.kinds("a", ""));
    assertFalse(fault.contains("\n"));
    assertTrue(fault.contains("'x\\n\\t\\u0007yyyy"), fault);
    assertTrue(fault.contains("...' is not a number; correct it, give na VALUE"), fault);
  }

  private static Column column(String text) {
    return Csv.read(text).columns().get(0);
  }
}
