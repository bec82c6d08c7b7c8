package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.encoding.Cells;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
  private static List<Folding.Fold> deal(List<String> labels, int folds, int repeats, long seed) {
    String csv = "x,y\n" + labels.stream().map(y -> "1," + y + "\n").collect(Collectors.joining());
    return new Folding.Dealt(folds, repeats, seed).folds(Data.table(csv), labels, note -> {});
  }

  private static Folds folds(String csv, Folding folding, List<String> notes) {
    return new Folds(Data.table(csv), Preparation.defaults(), true, folding, notes::add);
  }

  /** Rows of numbers, a category and a class, some of them missing. */
  private static List<String> rows(int count, Random random) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String x = random.nextInt(6) == 0 ? "" : Double.toString(random.nextGaussian());
      rows.add(x + "," + "abc".charAt(i % 3) + "," + "pq".charAt(random.nextInt(2)));
    }
    return rows;
  }

  private static String csv(List<String> rows) {
    return "x,kind,y\n" + String.join("\n", rows) + "\n";
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 42})
  void everyRepeatHoldsOutEachRowOnceAndSharesOutTheClasses(long seed) {
    Random random = new Random(seed);
    List<String> labels =
        IntStream.range(0, 20 + random.nextInt(90))
            .mapToObj(i -> Integer.toString((int) Math.abs(2 * random.nextGaussian())))
            .toList();
    int k = 2 + random.nextInt(7);
    List<Folding.Fold> folds = deal(labels, k, 3, seed);

    assertEquals(3 * k, folds.size());
    for (int repeat = 0; repeat < 3; repeat++) {
      List<Folding.Fold> of = folds.subList(repeat * k, (repeat + 1) * k);
      BitSet all = new BitSet();
      of.forEach(fold -> all.or(fold.held()));
      assertEquals(labels.size(), all.cardinality());
      assertEquals(labels.size(), of.stream().mapToInt(f -> f.held().cardinality()).sum());
      assertEven(of, fold -> fold.held().cardinality());
      for (String label : List.of("0", "1", "2")) {
        assertEven(of, f -> f.held().stream().filter(i -> labels.get(i).equals(label)).count());
      }
    }
    assertNotEquals(folds.get(0).held(), folds.get(k).held(), "dealt anew");
    assertEquals(folds, deal(labels, k, 3, seed));
    assertNotEquals(folds, deal(labels, k, 3, seed + 1));
  }

  private static void assertEven(List<Folding.Fold> folds, Function<Folding.Fold, Number> count) {
    var sizes = folds.stream().mapToLong(f -> count.apply(f).longValue()).summaryStatistics();
    assertTrue(sizes.getMax() - sizes.getMin() <= 1, sizes::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsFittedInAFoldDoesNotDependOnTheRowsItHoldsOut(long seed) {
    List<String> rows = rows(40, new Random(seed));
    Folding folding = new Folding.Dealt(4, 1, seed);
    Folds folds = folds(csv(rows), folding, new ArrayList<>());
    for (int index = 0; index < 4; index++) {
      Prepared before = folds.fold(index, note -> {});
      List<String> changed = new ArrayList<>(rows);
      for (int row : heldRows(csv(rows), folding, index)) {
        changed.set(row, "1e6" + rows.get(row).replaceFirst("^[^,]*", ""));
      }
      Prepared after = folds(csv(changed), folding, new ArrayList<>()).fold(index, note -> {});

      assertEquals(before.schema(), after.schema());
      assertTrue(Arrays.deepEquals(Data.inputs(before.training()), Data.inputs(after.training())));
      assertNotEquals(
          Data.inputs(before.test().orElseThrow())[0][0],
          Data.inputs(after.test().orElseThrow())[0][0]);
    }
  }

  private static int[] heldRows(String csv, Folding folding, int index) {
    Table table = Data.table(csv);
    var target = table.columns().get(2);
    List<String> labels =
        IntStream.range(0, table.rows()).mapToObj(row -> Cells.label(target, row)).toList();
    return folding.folds(table, labels, note -> {}).get(index).held().stream().toArray();
  }

  @Test
  void levelsAndClassesAreThoseOfAllRows() {
    String csv = "x,kind,y,fold\n1,a,p,1\n2,b,q,1\n3,a,p,1\n4,c,r,2\n5,a,p,2\n6,b,q,2\n";
    Preparation wishes = withTarget("y");
    Folds folds = new Folds(Data.table(csv), wishes, true, new Folding.Named("fold"), note -> {});

    assertEquals(List.of("p", "q", "r"), folds.target().classes());
    for (int i = 0; i < 2; i++) {
      assertEquals(
          List.of("x", "kind=b", "kind=c", "(intercept)"),
          folds.fold(i, note -> {}).schema().inputNames());
    }
  }

  private static Preparation withTarget(String name) {
    return Preparations.target(name).preparation();
  }

  @Test
  void aColumnThatVariesInNoRowLearnedFromIsNamedWithTheFold() {
    String csv = "x,z,fold,y\n1,0,a,1.5\n2,0,a,2.5\n3,0,a,3\n4,0,b,4.5\n5,7,b,5.5\n6,0,b,7\n";
    List<String> notes = new ArrayList<>();
    Folds folds = folds(csv, new Folding.Named("3"), notes);
    List<String> ofFolds = new ArrayList<>();
    folds.fold(0, ofFolds::add);
    folds.fold(1, ofFolds::add);

    assertEquals(List.of("a", "b"), folds.names());
    assertTrue(notes.contains("2 folds by 'fold': a (3), b (3)"), notes::toString);
    assertEquals(List.of("fold b: column 'z' is left out: it does not vary"), ofFolds);
  }

  @Test
  void foldsAreNamedInTheOrderOfNumbers() {
    String csv = "x,y,fold\n1,1.5,10\n2,2.5,9\n3,3.5,10\n4,4,9\n5,6,-1\n6,7,-1\n";
    Folds folds =
        new Folds(Data.table(csv), withTarget("y"), true, new Folding.Named("fold"), note -> {});

    assertEquals(List.of("-1", "9", "10"), folds.names());
    assertEquals(List.of("x", "(intercept)"), folds.fold(0, n -> {}).schema().inputNames());
    assertEquals(4, folds.fold(2, n -> {}).training().rows());
  }

  @Test
  void aClassWithFewerRowsThanFoldsIsNamed() {
    List<String> notes = new ArrayList<>();
    folds("x,y\n1,p\n2,p\n3,p\n4,q\n5,q\n6,p\n", new Folding.Dealt(3, 1, 1), notes);

    assertTrue(
        notes.contains("class 'q' has 2 rows, so some of the 3 folds hold out none of it"),
        notes::toString);
    assertTrue(
        notes.contains("3 folds of 2 rows, the classes shared out evenly (⟦seed⟧ 1)"),
        notes::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | folds must be 2 or more, not 1",
        "0 | folds must be 2 or more, not 0",
        "7 | folds 7 is more than the 6 rows there are",
      })
  void wrongNumbersOfFoldsAreRefused(int folds, String sentence) {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> deal(List.of("1", "2", "3", "4", "5", "6"), folds, 1, 1));
    assertEquals(sentence, fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y | fold-column names the target, 'y'; target names another",
        "w | fold-column and weight name the same column, 'w'",
        "z | fold-column and include name the same column, 'z', but it is no input",
        "one | fold-column 'one' names one fold only, '1': there must be two or more",
        "fold | fold-column: there is no column 'fold'",
      })
  void wrongFoldColumnsAreRefused(String column, String sentence) {
    String csv = "x,w,z,one,y\n1,1,1,1,2\n2,1,2,1,3\n3,2,1,1,5\n";
    Preparation wishes = Preparations.target("y").weight("w").columns("z", "").preparation();
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Folds(Data.table(csv), wishes, true, new Folding.Named(column), note -> {}));
    assertTrue(fault.getMessage().startsWith(sentence), fault.getMessage());
  }

  @Test
  void aRowWithoutFoldIsRefusedByItsLine() {
    BadTable fault =
        assertThrows(
            BadTable.class,
            () ->
                folds(
                    "x,fold,y\n1,1,1.5\n2,2,2\n3,,3\n",
                    new Folding.Named("fold"),
                    new ArrayList<>()));
    assertTrue(fault.getMessage().contains("line 4, column 'fold'"), fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 42})
  void groupsStayTogetherAndFoldsAreAlike(long seed) {
    Random random = new Random(seed);
    int groups = 30 + random.nextInt(30);
    int k = 2 + random.nextInt(4);
    StringBuilder csv = new StringBuilder("x,who,y\n");
    List<Integer> who = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      who.add(i < groups ? i : random.nextInt(groups));
      labels.add(random.nextInt(4) == 0 ? "a" : "b");
      csv.append(i).append(',').append(who.get(i)).append(',').append(labels.get(i)).append('\n');
    }
    Folding grouped = new Folding.Grouped("who", k, 2, seed);
    List<Folding.Fold> folds = grouped.folds(Data.table(csv.toString()), labels, note -> {});

    assertEquals(2 * k, folds.size());
    for (int repeat = 0; repeat < 2; repeat++) {
      BitSet all = new BitSet();
      for (Folding.Fold fold : folds.subList(repeat * k, (repeat + 1) * k)) {
        assertEquals(0, shared(fold, who));
        assertEquals(400, fold.learned().cardinality() + fold.held().cardinality());
        all.or(fold.held());
        assertEquals(400.0 / k, fold.held().cardinality(), 0.25 * 400 / k);
        long rare = fold.held().stream().filter(row -> labels.get(row).equals("a")).count();
        long most = labels.stream().filter("a"::equals).count();
        assertEquals((double) most / k, (double) rare, 0.35 * most / k + 2);
      }
      assertEquals(400, all.cardinality());
    }
    assertNotEquals(folds.subList(0, k), folds.subList(k, 2 * k), "dealt anew");
    assertEquals(folds, grouped.folds(Data.table(csv.toString()), labels, note -> {}));
  }

  /** How many groups are on both sides. */
  private static long shared(Folding.Fold fold, List<Integer> who) {
    List<Integer> learned = fold.learned().stream().mapToObj(who::get).distinct().toList();
    return fold.held().stream().mapToObj(who::get).distinct().filter(learned::contains).count();
  }

  @Test
  void timeFoldsLearnFromAllRowsBeforeThoseHeldOut() {
    String csv = "x,y\n" + "1,2\n".repeat(17);
    List<Folding.Fold> folds = new Folding.InTime(4).folds(Data.table(csv), List.of(), note -> {});

    assertEquals(
        List.of("5 3", "8 3", "11 3", "14 3"), // as TimeSeriesSplit(4) of 17 rows
        folds.stream().map(f -> f.learned().cardinality() + " " + f.held().cardinality()).toList());
    for (Folding.Fold fold : folds) {
      assertEquals(fold.learned().length(), fold.held().nextSetBit(0));
      assertEquals(fold.learned().cardinality(), fold.learned().length());
    }
    assertEquals(17, folds.get(3).held().length());
  }

  @Test
  void eachRowIsLeftOutOnce() {
    List<Folding.Fold> folds =
        new Folding.LeaveOneOut().folds(Data.table("x,y\n1,2\n2,3\n3,5\n"), List.of(), n -> {});

    assertEquals(
        List.of("{0}", "{1}", "{2}"), folds.stream().map(f -> f.held().toString()).toList());
    assertEquals("{0, 2}", folds.get(1).learned().toString());
  }
}
