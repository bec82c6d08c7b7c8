package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.store.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is the same wherever its numbers and texts lie, and however it is read. */
class LargerThanMemoryTest {
  private static final long ALL = 1 << 30;
  private static final long[] LITTLE = {1, 1, 3000, 20_000};

  private static Optional<Table> read(byte[] file, long memory, int threads) {
    try {
      return Optional.of(
          CsvReader.read(Csv.source(file, memory), CsvOptions.defaults(), threads, 300));
    } catch (BadTable e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aTableIsTheSame(int group) {
    int tables = 0;
    for (int seed = 50 * group; seed < 50 * (group + 1); seed++) {
      byte[] file = RandomCsv.of(seed);
      Random random = new Random(seed);
      Optional<Table> expected = read(file, ALL, 1);
      int threads = 1 + random.nextInt(3);
      Optional<Table> found = read(file, LITTLE[random.nextInt(LITTLE.length)], threads);
      assertEquals(expected.isPresent(), found.isPresent(), "seed " + seed);
      if (expected.isPresent()) {
        assertSame(expected.get(), found.get(), random, "seed " + seed);
        tables++;
      }
    }
    assertTrue(tables > 5, tables + " tables: too much alike");
  }

  /** Also what is selected of it, and selected of that. */
  private static void assertSame(Table expected, Table found, Random random, String place) {
    Table one = expected;
    Table other = found;
    for (int i = 0; i < 3; i++) {
      assertEquals(Csv.everything(one), Csv.everything(other), place);
      assertEquals(levels(one), levels(other), place);
      assertEquals(levelsThatOccur(one), levels(other), place);
      assertEquals(Csv.content(one), contentInBulk(other, random), place);
      int[] rows = random.ints(random.nextInt(2 * one.rows()), 0, one.rows()).toArray();
      if (rows.length == 0) {
        return;
      }
      if (random.nextBoolean()) {
        Arrays.sort(rows);
      }
      assertSelected(one, rows, one.select(rows), place);
      one = one.select(rows);
      other = other.select(rows);
    }
  }

  private static void assertSelected(Table table, int[] rows, Table selected, String place) {
    for (int column = 0; column < table.columns().size(); column++) {
      List<String> cells = Csv.cells(table.columns().get(column));
      List<String> expected = IntStream.of(rows).mapToObj(cells::get).toList();
      assertEquals(expected, Csv.cells(selected.columns().get(column)), place);
    }
    List<Long> lines = IntStream.of(rows).mapToObj(table::line).toList();
    assertEquals(lines, Csv.lines(selected), place);
  }

  private static List<List<String>> levels(Table table) {
    return texts(table).map(TextColumn::levels).toList();
  }

  private static List<List<String>> levelsThatOccur(Table table) {
    return texts(table)
        .map(
            t ->
                IntStream.range(0, t.rows())
                    .filter(row -> !t.isMissing(row))
                    .mapToObj(t::text)
                    .distinct()
                    .sorted(CellText.ORDER)
                    .toList())
        .toList();
  }

  private static Stream<TextColumn> texts(Table table) {
    return table.columns().stream()
        .filter(TextColumn.class::isInstance)
        .map(TextColumn.class::cast);
  }

  /** As {@link Csv#content}, read by rows that follow each other. */
  private static List<String> contentInBulk(Table table, Random random) {
    return table.columns().stream()
        .map(c -> c.name() + " " + c.getClass().getSimpleName() + " " + cells(c, random))
        .toList();
  }

  private static List<String> cells(Column column, Random random) {
    List<String> cells = new ArrayList<>();
    while (cells.size() < column.rows()) {
      int from = cells.size();
      int count = 1 + random.nextInt(column.rows() - from);
      cells.addAll(
          column instanceof NumericColumn numbers
              ? numbers(numbers, from, count, 1 + random.nextInt(2))
              : texts((TextColumn) column, from, count));
    }
    return cells;
  }

  private static List<String> numbers(NumericColumn column, int from, int count, int stride) {
    double[] out = new double[1 + count * stride];
    column.values(from, count, out, 1, stride);
    return IntStream.range(0, count)
        .mapToDouble(i -> out[1 + i * stride])
        .mapToObj(number -> Double.isNaN(number) ? "NA" : Double.toString(number))
        .toList();
  }

  private static List<String> texts(TextColumn column, int from, int count) {
    return IntStream.range(from, from + count)
        .map(column::code)
        .mapToObj(code -> code == TextColumn.MISSING ? "NA" : column.levels().get(code))
        .toList();
  }

  @Test
  void manyRowsOfNumbersAndTextsAreTheSame() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("x,t,turns,u\n");
    for (int row = 0; row < 6_000; row++) {
      String gap = random.nextInt(9) == 0 ? "" : "\"a\n" + random.nextInt(300) + '"';
      String turning = row == 4_500 ? "word" : random.nextInt(50) + ".0";
      text.append(random.nextGaussian()).append(',').append(gap).append(',');
      text.append(turning).append(',').append(row / 300).append('v').append('\n');
    }
    byte[] file = text.toString().getBytes(UTF_8);
    Table expected = read(file, ALL, 1).orElseThrow();
    for (long memory : new long[] {1, 20_000, 90_000}) {
      for (int threads = 1; threads <= 3; threads++) {
        assertSame(expected, read(file, memory, threads).orElseThrow(), random, memory + " bytes");
      }
    }
  }

  @Test
  void selectingAllRowsTakesNothing() {
    Table table = Csv.read("x\n1\n2\n3\n");
    assertEquals(table, table.select(new int[] {0, 1, 2}));
  }

  @Test
  void aTableKnowsItsStorageAlsoWhereRowsAreSelected() {
    Storage storage = new Storage(1 << 20, Storage.temporaryFolder());
    Source source = Source.of("datasets/iris.csv", System.in, storage);
    Table table = CsvReader.read(source, CsvOptions.defaults());
    assertEquals(storage, table.storage());
    assertEquals(storage, table.select(new int[] {1}).storage());
  }
}
