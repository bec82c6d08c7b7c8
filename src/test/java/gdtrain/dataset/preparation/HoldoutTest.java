package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutTest {
  private static final int ROWS = 50;

  private static String csv() {
    StringBuilder csv = new StringBuilder("x,y\n");
    Random random = new Random(9);
    for (int i = 0; i < ROWS; i++) {
      csv.append(random.nextGaussian()).append(',').append(random.nextGaussian()).append('\n');
    }
    return csv.toString();
  }

  private static List<Long> lines(Table table) {
    return IntStream.range(0, table.rows()).mapToObj(table::line).toList();
  }

  private static Split split(long seed) {
    return Split.of(Data.table(csv()), 0.3, new Cut.AtRandom(seed), "⟦validation⟧");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 42})
  void everyRowIsOnOneSideInFileOrder(long seed) {
    Split split = split(seed);
    assertEquals(15, split.validation().rows());
    assertEquals(35, split.training().rows());
    TreeSet<Long> all = new TreeSet<>(lines(split.training()));
    all.addAll(lines(split.validation()));
    assertEquals(LongStream.rangeClosed(2, ROWS + 1).boxed().toList(), List.copyOf(all));
    assertEquals(lines(split.training()).stream().sorted().toList(), lines(split.training()));
    assertEquals(lines(split.validation()).stream().sorted().toList(), lines(split.validation()));
  }

  @Test
  void theSameSeedDrawsTheSameRowsAndAnotherOthers() {
    assertEquals(lines(split(1).validation()), lines(split(1).validation()));
    assertNotEquals(lines(split(1).validation()), lines(split(2).validation()));
  }

  @Test
  void everyRowIsDrawnAboutEquallyOften() {
    int[] counts = new int[ROWS];
    for (long seed = 0; seed < 1000; seed++) {
      lines(split(seed).validation()).forEach(line -> counts[line.intValue() - 2]++);
    }
    // 300 expected, with a standard deviation of 14.5
    assertTrue(Arrays.stream(counts).allMatch(c -> c > 230 && c < 370), Arrays.toString(counts));
  }

  @Test
  void oneSideWithoutARowIsRefused() {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () -> Split.of(Data.table(csv()), 0.001, new Cut.AtRandom(1), "⟦validation⟧"))
            .getMessage();
    assertEquals("validation 0.001 of 50 rows leaves no row on one side", sentence);
    for (double share : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Holdout.Share(share, 1));
    }
  }

  @Test
  void statisticsComeFromTheTrainingRowsOnly() {
    List<String> notes = new ArrayList<>();
    Prepared prepared = Preparations.none().prepare(csv(), new Holdout.Share(0.3, 7), notes);
    Table training = split(7).training();
    Schema alone =
        Prepared.of(training, Preparation.defaults(), true, new Holdout.None(), note -> {})
            .schema();
    assertEquals(alone, prepared.schema());
    assertNotEquals(Preparations.none().prepare(csv()).schema(), prepared.schema());
    assertEquals(35, prepared.training().rows());
    assertEquals(15, prepared.validation().orElseThrow().rows());
    assertTrue(
        notes.contains("35 rows to learn from, 15 kept back for validation (⟦seed⟧ 7)"),
        notes::toString);
    assertArrayEquals(
        Data.targets(prepared.schema().encode(split(7).validation())),
        Data.targets(prepared.validation().orElseThrow()));
  }

  @Test
  void rowsOfAnotherTableChangeNothingInTheSchema() {
    Table other = Data.table("x,y\n1000,5\n-1000,6\n3,\n");
    Prepared prepared =
        Preparations.target("y").prepare(csv(), new Holdout.Other(other), new ArrayList<>());
    assertEquals(Preparations.target("y").prepare(csv()).schema(), prepared.schema());
    assertEquals(ROWS, prepared.training().rows());
    assertEquals(2, prepared.validation().orElseThrow().rows(), "one row has no target");
  }

  @Test
  void testRowsComeFromTheirOwnTableWhateverIsWatched() {
    Table test = Data.table("y,x\n5,1000\n,3\n6,-1000\n");
    for (Holdout watched : List.of(new Holdout.None(), new Holdout.Share(0.3, 7))) {
      Prepared without = Preparations.target("y").prepare(csv(), watched, new ArrayList<>());
      List<String> notes = new ArrayList<>();
      Prepared with =
          Preparations.target("y").prepare(csv(), new Holdout.Tested(watched, test), notes);
      assertEquals(without.schema(), with.schema());
      assertArrayEquals(Data.targets(without.training()), Data.targets(with.training()));
      assertEquals(without.validation().isPresent(), with.validation().isPresent());
      assertArrayEquals(new double[][] {{5}, {6}}, Data.targets(with.test().orElseThrow()));
      assertTrue(without.test().isEmpty());
      assertTrue(notes.contains("1 of 3 rows are left out: target 'y' is missing"), "" + notes);
    }
  }

  @Test
  void levelsOfTheValidationRowsAreKnownToTheSchemaButTheirNumbersAreNot() {
    String csv = "c,x,y\na,1,1\na,2,2\nb,3,3\nb,4,4\nzz,100,5\n";
    Prepared prepared =
        LongStream.range(0, 100)
            .mapToObj(
                seed ->
                    Preparations.target("y")
                        .task(Task.REGRESSION)
                        .prepare(csv, new Holdout.Share(0.2, seed), new ArrayList<>()))
            .filter(p -> Data.targets(p.validation().orElseThrow())[0][0] == 5)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("c=b", "c=zz", "x", Schema.INTERCEPT), prepared.schema().inputNames());
    assertArrayEquals(new double[4], Preparations.input(prepared, "c=zz"));
    assertEquals(
        new NumericEncoding("x", 2.5, new Unit(2.5, Math.sqrt(1.25))),
        prepared.schema().encodings().get(1));
  }

  @Test
  void withoutAHoldoutThereAreNoValidationRows() {
    assertTrue(Preparations.none().prepare(csv()).validation().isEmpty());
  }

  @Test
  void theLastRowsAreTheLastOfTheFile() {
    Holdout last = new Holdout.Share(0.2, new Cut.Last());
    List<String> notes = new ArrayList<>();
    Prepared prepared =
        Preparations.target("y")
            .prepare(csv(), new Holdout.TestShare(last, 0.1, new Cut.Last()), notes);

    assertEquals(
        LongStream.rangeClosed(2, 37).boxed().toList(), lines(prepared.tables().training()));
    assertEquals(
        LongStream.rangeClosed(38, 46).boxed().toList(), lines(prepared.tables().validation()));
    assertEquals(LongStream.rangeClosed(47, 51).boxed().toList(), lines(prepared.tables().test()));
    assertTrue(
        notes.contains("36 rows to learn from, 9 kept back for validation (the last of the file)"),
        notes::toString);
  }

  /** Rows of some groups of many sizes. */
  private static String grouped(Random random) {
    StringBuilder csv = new StringBuilder("x,who,y\n");
    int groups = 2 + random.nextInt(20);
    for (int i = 0; i < 100; i++) {
      int group = (int) (groups * Math.pow(random.nextDouble(), 2));
      csv.append(i).append(",p").append(i < 2 ? i : group).append(',').append(i % 7).append('\n');
    }
    return csv.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noGroupIsOnBothSidesAndTheShareIsMetAsNearAsThatAllows(long seed) {
    String csv = grouped(new Random(seed));
    Holdout test = new Holdout.TestShare(new Holdout.None(), 0.3, new Cut.Groups("who", seed));
    Prepared prepared = Preparations.target("y").prepare(csv, test, new ArrayList<>());
    Split split = prepared.tables();
    Set<String> both = labels(split.test());
    both.retainAll(labels(split.training()));

    assertEquals(Set.of(), both);
    assertEquals(100, split.test().rows() + split.training().rows());
    assertTrue(split.test().rows() > 0 && split.training().rows() > 0);
    assertEquals(List.of("x", "(intercept)"), prepared.schema().inputNames());
    Set<String> rest = labels(split.training());
    for (String group : rest) { // none of those left would have brought the share nearer
      long size = labelList(split.training()).stream().filter(group::equals).count();
      int distance = Math.abs(split.test().rows() - 30);
      boolean nearer = Math.abs(split.test().rows() + size - 30) < distance;
      assertTrue(!nearer || rest.size() == 1, group);
    }
    Prepared again = Preparations.target("y").prepare(csv, test, new ArrayList<>());
    assertEquals(lines(split.test()), lines(again.tables().test()));
  }

  private static List<String> labelList(Table table) {
    Column who = table.columns().get(1);
    return IntStream.range(0, table.rows()).mapToObj(row -> Cells.label(who, row)).toList();
  }

  private static Set<String> labels(Table table) {
    return new TreeSet<>(labelList(table));
  }
}
