package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.dataset.encoding.Task;
import gdtrain.table.BadTable;
import gdtrain.table.UnknownColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final String CSV = "a,b,c\n1,x,0.5\n2,y,1.5\n3,x,2.5\n";

  @Test
  void theLastColumnIsTheTargetAndTheNoteSaysSo() {
    Roles roles = Preparations.none().roles(CSV);
    assertEquals("c", roles.target());
    assertEquals(List.of("a", "b"), roles.inputs());
    assertEquals(Optional.empty(), roles.weight());
    assertEquals(
        List.of("target 'c', the last column (⟦target⟧ NAME for another): regression"),
        roles.notes());
  }

  @Test
  void theTargetIsNamedOrNumbered() {
    assertEquals("b", Preparations.target("b").roles(CSV).target());
    assertEquals("b", Preparations.target("2").roles(CSV).target());
    assertEquals(
        List.of("target 'b': classification"), Preparations.target("b").roles(CSV).notes());
    assertThrows(UnknownColumn.class, () -> Preparations.target("d").roles(CSV));
  }

  @Test
  void textAndTwoNumbersAreClassesMoreNumbersAreNot() {
    assertEquals(Task.CLASSIFICATION, Preparations.target("b").roles(CSV).task());
    assertEquals(Task.CLASSIFICATION, Preparations.none().roles("a,y\n1,0\n2,1\n3,0\n4,\n").task());
    assertEquals(
        Task.CLASSIFICATION, Preparations.none().roles("a,y\n1,2.5\n2,-1\n3,2.5\n").task());
    assertEquals(Task.REGRESSION, Preparations.none().roles("a,y\n1,0\n2,1\n3,2\n").task());
    assertEquals(Task.REGRESSION, Preparations.none().roles("a,y\n1,7\n2,7\n").task());
  }

  @Test
  void fewWholeNumbersMayBeMeantAsClasses() {
    String hint = "; it holds at most 20 whole numbers, so ⟦task⟧ classification may be meant";
    assertEquals(true, note("a,y\n1,0\n2,1\n3,2\n4,2\n").endsWith(": regression" + hint));
    assertEquals(true, note("a,y\n1,0\n2,1\n3,2\n").endsWith(": regression")); // all differ
    assertEquals(true, note("a,y\n1,0\n2,1\n3,2.5\n4,1\n").endsWith(": regression"));
    StringBuilder many = new StringBuilder("a,y\n");
    for (int i = 0; i < 21; i++) {
      many.append(i).append(',').append(i).append('\n');
    }
    assertEquals(true, note(many.toString()).endsWith(": regression"));
    Roles asked = Preparations.target("y").task(Task.CLASSIFICATION).roles("a,y\n1,0\n2,1\n3,2\n");
    assertEquals(List.of("target 'y': classification"), asked.notes());
  }

  private static String note(String csv) {
    return Preparations.none().roles(csv).notes().get(0);
  }

  @Test
  void theWeightIsNoInputAndNotTheTarget() {
    Roles roles = Preparations.none().weight("a").roles(CSV);
    assertEquals(Optional.of("a"), roles.weight());
    assertEquals(List.of("b"), roles.inputs());
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () -> Preparations.target("c").weight("3").roles(CSV))
            .getMessage();
    assertEquals("weight and the target are the same column, 'c'", sentence);
  }

  @Test
  void excludedColumnsAreNoInputs() {
    assertEquals(List.of("b"), Preparations.none().columns("", "a").roles(CSV).inputs());
    String sentence =
        assertThrows(BadTable.class, () -> Preparations.none().columns("", "1,2").roles(CSV))
            .getMessage();
    assertEquals(
        "standard input has no input column left besides the target; give a file with more columns",
        sentence);
  }

  private static String names(int rows, int different) {
    StringBuilder csv = new StringBuilder("name,x,y\n");
    for (int i = 0; i < rows; i++) {
      csv.append("n%d,%d,%s\n".formatted(i % different, i, i * 0.5));
    }
    return csv.toString();
  }

  @Test
  void aNameIsLeftOutAndIncludeBringsItBack() {
    Roles roles = Preparations.none().roles(names(40, 30));
    assertEquals(List.of("x"), roles.inputs());
    assertEquals(
        List.of(
            "column 'name' is left out: 30 different texts in 40 rows: it looks like a name or free"
                + " text, such as 'n0' (⟦include⟧ name keeps it, ⟦rare⟧ N merges rare ones)"),
        roles.warnings());
    Roles included = Preparations.none().columns("name", "").roles(names(40, 30));
    assertEquals(List.of("name", "x"), included.inputs());
    assertEquals(List.of(), included.warnings());
  }

  @Test
  void aCategoryIsMetOftenOrHasFewLevels() {
    assertEquals(List.of("name", "x"), Preparations.none().roles(names(40, 20)).inputs());
    assertEquals(List.of("name", "x"), Preparations.none().roles(names(150, 30)).inputs());
    assertEquals(List.of("x"), Preparations.none().roles(names(149, 30)).inputs());
    assertEquals(List.of("name", "x"), Preparations.none().roles(names(20, 20)).inputs());
  }
}
