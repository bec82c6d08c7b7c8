package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final List<String> HEADER = List.of("age", "Body Mass (g)", "a,b", "2", "species");

  @Test
  void takesNamesNumbersAndQuotedNames() {
    Selection selection = Selection.parse("species, 1 ,\"a,b\",Body Mass (g)");
    assertEquals(List.of("species", "1", "a,b", "Body Mass (g)"), selection.references());
    assertEquals(List.of(4, 0, 2, 1), selection.resolve(HEADER, "--include"));
  }

  @Test
  void prefersAnExactNameToANumber() {
    assertEquals(3, Selection.resolveOne("2", HEADER, "--target"));
    assertEquals(2, Selection.resolveOne("3", HEADER, "--target"));
  }

  @Test
  void givesEachColumnOnce() {
    assertEquals(List.of(0), Selection.parse("age,1,age").resolve(HEADER, "--include"));
  }

  @Test
  void isEmptyWithoutReferences() {
    assertTrue(Selection.parse(" ").isEmpty());
    assertEquals(Selection.none(), Selection.parse(""));
    assertEquals(List.of(), Selection.none().resolve(HEADER, "--numeric"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,,b", "a,", "\"a", "a\nb", "\"a\"b"})
  void refusesAListThatIsNone(String text) {
    var fault = assertThrows(IllegalArgumentException.class, () -> Selection.parse(text));
    assertTrue(fault.getMessage().contains("is not a list of names"), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "Body Mass (g)", "a,b", "say \"cheese\"", "it's", "-x", "größe"})
  void isPrintedAsAShellTakesItAndReadsBack(String name) {
    Selection selection = new Selection(List.of("age", name));
    String word = selection.argument();
    boolean quoted = word.startsWith("'");

    assertEquals(!name.matches("[-\\p{L}]+"), quoted, word);
    String taken = quoted ? word.substring(1, word.length() - 1).replace("'\\''", "'") : word;
    assertEquals(selection, Selection.parse(taken));
  }

  @Test
  void suggestsTheNearestName() {
    assertEquals(
        "--target: there is no column 'spcies' (did you mean 'species'?);"
            + " the columns are age, Body Mass (g), a,b, 2, species",
        fault("spcies"));
    assertTrue(fault("AGE").contains("did you mean 'age'?"));
    assertTrue(fault("Body mass").contains("the columns are"));
  }

  @Test
  void suggestsNothingWhenNothingIsNear() {
    assertEquals(
        "--target: there is no column 'weight'; the columns are age, Body Mass (g), a,b, 2, species",
        fault("weight"));
  }

  @Test
  void listsOnlyTheFirstOfManyColumns() {
    List<String> many = IntStream.range(0, 65).mapToObj(i -> "px" + i).toList();
    var fault =
        assertThrows(UnknownColumn.class, () -> Selection.resolveOne("digit", many, "--target"));
    assertTrue(fault.getMessage().endsWith("px10, px11 and 53 more"), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "-1", "99999999999999999999"})
  void saysHowManyColumnsThereAre(String number) {
    assertEquals(
        "--target: there is no column " + number + "; the 5 columns are numbered from 1",
        fault(number));
  }

  private static String fault(String reference) {
    return assertThrows(
            UnknownColumn.class, () -> Selection.resolveOne(reference, HEADER, "--target"))
        .getMessage();
  }
}
