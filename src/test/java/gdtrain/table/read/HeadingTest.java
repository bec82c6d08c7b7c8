package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingTest {
  @Test
  void takesAFirstRecordWithANumberAsData() {
    Table table = Csv.read("5.1,setosa\n4.9,virginica\n");
    assertEquals(List.of("c1", "c2"), table.columnNames());
    assertEquals(List.of(1L, 2L), Csv.lines(table));
    assertEquals(
        List.of(
            "standard input: 2 rows, 2 columns, no header, comma, UTF-8",
            "line 1 holds a number and is taken as data, not as a header: the columns are named c1"
                + " to c2; ⟦columns⟧ gives other names, ⟦header⟧ yes if line 1 is one"),
        table.notes());
  }

  @Test
  void doesNotTakeInfinityForANumberInAHeader() {
    assertEquals(List.of("inf", "nan"), Csv.read("inf,nan\n1,2\n").columnNames());
  }

  @Test
  void obeysTheOption() {
    Table years = Csv.read("2019,2020\n1,2\n", Csv.header(HeaderPresence.YES));
    assertEquals(List.of("2019", "2020"), years.columnNames());
    Table texts = Csv.read("x,y\nz,w\n", Csv.header(HeaderPresence.NO));
    assertEquals(2, texts.rows());
    assertEquals(
        "there is no header: the columns are named c1 to c2; ⟦columns⟧ gives other names",
        texts.notes().get(1));
  }

  @Test
  void givesTheNamesOfTheOption() {
    Table without = Csv.read("1,2\n3,4\n", Csv.columns(HeaderPresence.AUTO, "a", "b"));
    assertEquals(List.of("a", "b"), without.columnNames());
    assertEquals(2, without.rows());
    assertEquals(1, without.notes().size());
    Table replaced = Csv.read("x,x\n3,4\n", Csv.columns(HeaderPresence.AUTO, "a", "b"));
    assertEquals(List.of("a", "b"), replaced.columnNames());
    assertEquals(1, replaced.rows());
  }

  @Test
  void refusesAWrongCountOfNames() {
    assertEquals(
        "line 2: the record has 2 cells but columns gives 3 names; give one name for each",
        Csv.fault("\n1,2\n", Csv.columns(HeaderPresence.AUTO, "a", "b", "c")));
  }

  @Test
  void refusesNamesThatAreEqualOrEmpty() {
    assertThrows(IllegalArgumentException.class, () -> Csv.columns(HeaderPresence.NO, "a", " a"));
    assertThrows(IllegalArgumentException.class, () -> Csv.columns(HeaderPresence.NO, "a", " "));
  }

  @Test
  void namesBothPositionsOfADuplicateName() {
    assertEquals(
        "line 1: columns 2 and 4 are both named 'n'; rename one, give all names with columns, or"
            + " header no if the line is data",
        Csv.fault("party,n,y,n,y\na,y,n,y,n\n"));
  }

  @Test
  void namesTheLineOfARepeatedHeader() {
    assertEquals(
        "line 4: the record repeats the header; remove it, or give header no if the header is"
            + " data",
        Csv.fault("a,b\n1,2\n\n a,b\n3,4\n"));
    assertEquals(3, Csv.read("a\nb\na\nb\n").rows());
  }

  @Test
  void namesAColumnThatHasNoName() {
    Table table = Csv.read("a,,b,\n1,2,3,4\n");
    assertEquals(List.of("a", "c2", "b", "c4"), table.columnNames());
    assertEquals("column 2 has no name and is called c2", table.notes().get(1));
    assertEquals("column 4 has no name and is called c4", table.notes().get(2));
  }

  @Test
  void doesNotNameAColumnLikeAnother() {
    assertEquals(List.of("c2", "c2_"), Csv.read("c2,\n1,2\n").columnNames());
  }

  @Test
  void numbersTheOnlyColumn() {
    assertTrue(Csv.read("1\n2\n").notes().get(1).contains("the column is named c1"));
  }
}
