package gdtrain.dataset.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.preparation.Preparations;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.BadTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTargetTest {
  private static final Preparations CLASSES = Preparations.target("y").task(Task.CLASSIFICATION);

  private static List<String> classes(String csv) {
    return ((ClassTarget) CLASSES.prepare(csv).schema().target()).classes();
  }

  @Test
  void numbersAreInOrderOfTheirValuesAndTextsOfTheirCodePoints() {
    assertEquals(
        List.of("-2", "0.5", "9", "10"),
        classes("x,y\n1,10\n2,9\n3,-2\n4,0.5\n5,10\n6,9\n7,-2\n8,0.5\n"));
    assertEquals(
        List.of("10", "9", "B", "a"), classes("x,y\n1,a\n2,B\n3,9\n4,10\n5,a\n6,B\n7,9\n8,10\n"));
  }

  @Test
  void wholeNumbersAreSpelledWithoutAFraction() {
    assertEquals(List.of("1", "2"), classes("x,y\n1,2.0\n2,1\n3,2\n4,1.0\n"));
  }

  @Test
  void theLargerOfTwoClassesIsPositive() {
    List<String> notes = new ArrayList<>();
    Prepared prepared = CLASSES.prepare("x,y\n1,no\n2,yes\n3,no\n", notes);
    assertArrayEquals(new double[][] {{0}, {1}, {0}}, Data.targets(prepared.training()));
    assertEquals(1, prepared.schema().target().outputs());
    assertEquals(List.of("yes"), prepared.schema().target().outputNames());
    assertTrue(notes.contains("2 classes: no (2), yes (1); positive is 'yes'"), notes::toString);
  }

  @Test
  void moreClassesHaveAnOutputEach() {
    List<String> notes = new ArrayList<>();
    Prepared prepared = CLASSES.prepare("x,y\n1,c\n2,a\n3,b\n4,a\n5,c\n6,a\n", notes);
    assertArrayEquals(
        new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {1, 0, 0}},
        Data.targets(prepared.training()));
    assertEquals(List.of("a", "b", "c"), prepared.schema().target().outputNames());
    assertEquals(List.of(1 / 2.0, 1 / 6.0, 1 / 3.0), Data.targetMeans(prepared.training()));
    assertTrue(notes.contains("3 classes: a (3), b (1), c (2)"), notes::toString);
  }

  @Test
  void oneClassOrTooManyAreRefused() {
    assertEquals(
        "target 'y' has one class only, 'a': classification needs two or more",
        fault("x,y\n1,a\n2,a\n"));
    assertEquals(
        "target 'y' has 4 different values in 5 rows: too many to be classes",
        fault("x,y\n1,a\n2,b\n3,c\n4,d\n5,a\n"));
  }

  @Test
  void aClassThatTrainingDidNotSeeIsRefusedWithItsLine() {
    Schema schema = CLASSES.prepare("x,y\n1,a\n2,b\n").schema();
    String sentence =
        assertThrows(BadTable.class, () -> schema.encode(Data.table("x,y\n1,a\n2,c\n")))
            .getMessage();
    assertEquals(
        "standard input, line 3, column 'y': 'c' is not one of the classes a, b", sentence);
  }

  @Test
  void aTextIsNoNumber() {
    String sentence =
        assertThrows(
                BadTable.class,
                () -> Preparations.target("y").task(Task.REGRESSION).prepare("x,y\n1,a\n2,2\n"))
            .getMessage();
    assertEquals(
        "standard input, line 2, column 'y': 'a' is not a number; mend it, or read it as missing"
            + " with na",
        sentence);
  }

  private static String fault(String csv) {
    return assertThrows(BadTable.class, () -> CLASSES.prepare(csv)).getMessage();
  }
}
