package gdtrain.table.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnStoreTest {
  private static final int CELLS = 200_000;

  /** A cell is its place, row after row. */
  private static ColumnStore numbers(int columns, long memory) {
    Random random = new Random(columns);
    ColumnStoreBuilder numbers = builder(columns, memory);
    while (numbers.rows() * columns < CELLS) {
      int count = random.nextInt(1 + 30_000 / columns);
      double[] rows = new double[count * columns];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = numbers.rows() * columns + i;
      }
      numbers.append(rows, count);
    }
    return numbers.build();
  }

  private static ColumnStoreBuilder builder(int columns, long memory) {
    return new ColumnStoreBuilder(
        columns, new Storage(memory, Storage.temporaryFolder()), Optional.empty());
  }

  private static ColumnValues values(ColumnStore numbers, int column) {
    return new ColumnValues(numbers, column, RowNumbers.all(numbers.rows()));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 99000000", "3, 99000000", "21, 99000000", "5000, 99000000", // all in memory
    "1, 900000", "3, 900000", "21, 900000", "5000, 900000", // half of it
    "1, 1", "3, 1", "21, 1", "5000, 1" // nothing
  })
  void givesBackWhatWasAppendedRowAfterRow(int columns, long memory) {
    ColumnStore numbers = numbers(columns, memory);
    for (int row = 0; row < numbers.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        assertEquals(row * columns + column, numbers.get(column, row));
      }
    }
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.get(0, numbers.rows()));
  }

  @ParameterizedTest
  @CsvSource({"1, 99000000", "7, 99000000", "1, 900000", "7, 900000", "7, 1"})
  void copiesAnyRowsOfAColumn(int columns, long memory) {
    Random random = new Random(1);
    ColumnStore numbers = numbers(columns, memory);
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(numbers.rows());
      int count = random.nextInt(Math.min(numbers.rows() - from, 9000));
      int column = random.nextInt(columns);
      int stride = 1 + random.nextInt(3);
      double[] out = new double[2 + count * stride];

      values(numbers, column).copy(from, count, out, 2, stride);

      assertTrue(out[0] == 0 && out[1] == 0);
      for (int row = 0; row < count; row++) {
        assertEquals((from + row) * columns + column, out[2 + row * stride]);
      }
    }
    ColumnValues all = values(numbers, 0);
    double[] two = new double[2];
    assertThrows(IndexOutOfBoundsException.class, () -> all.copy(numbers.rows() - 1, 2, two, 0, 1));
  }

  @Test
  void threadsReadAtDifferentPlaces() {
    int columns = 3;
    ColumnStore numbers = numbers(columns, 1);
    int part = numbers.rows() / 40;

    long wrong =
        IntStream.range(0, 40)
            .parallel()
            .mapToLong(
                p ->
                    IntStream.range(p * part, (p + 1) * part)
                        .filter(row -> numbers.get(p % columns, row) != row * columns + p % columns)
                        .count())
            .sum();

    assertEquals(0, wrong);
  }

  private static void stored(ColumnStoreBuilder numbers, double[] rows, int count) {
    numbers.append(rows, count);
    assertEquals(count, numbers.build().rows());
  }

  @Test
  void takesOnlyTheMemoryThatItIsGiven() {
    Storage storage = new Storage(900_000, Storage.temporaryFolder());
    double[] long17 = new Random(3).doubles(400_000).toArray();
    stored(new ColumnStoreBuilder(2, storage, Optional.empty()), long17, 200_000);
    assertTrue(storage.left() < 900_000 / 10, storage.left() + " bytes left");

    Storage enough = new Storage(9_000_000, Storage.temporaryFolder());
    stored(new ColumnStoreBuilder(2, enough, Optional.empty()), long17, 200_000);
    assertEquals(9_000_000 - 8 * 400_000, (double) enough.left(), 900_000);

    Storage half = new Storage(9_000_000, Storage.temporaryFolder());
    stored(new ColumnStoreBuilder(2, half, Optional.empty()), new double[400_000], 200_000);
    assertEquals(9_000_000 - 4 * 400_000, (double) half.left(), 900_000, "few digits take half");
  }

  @Test
  void whoBringsRowsFasterThanTheyAreStoredIsHeldBack() {
    ColumnStoreBuilder numbers = builder(1000, 99_000_000);
    AtomicInteger released = new AtomicInteger();
    double[] slab = new double[1000 * 32];
    for (int i = 0; i < 20; i++) {
      numbers.append(slab, 32);
      numbers.whenFewWait(released::incrementAndGet);
    }
    assertEquals(8, released.get());

    numbers.storeFullSlabs();

    assertEquals(20, released.get());
    numbers.whenFewWait(released::incrementAndGet);
    assertEquals(21, released.get());
  }

  @Test
  void everyBitComesBackWhateverTheDigitsAre() {
    Random random = new Random(4);
    int columns = 9;
    double[] cells = new double[columns * 20_000];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          switch (i % columns) {
            case 0 -> random.nextInt(40) - 20;
            case 1 -> random.nextInt(200_000_000) / 1000.0 - 100_000;
            case 2 -> Math.rint(1e7 * random.nextGaussian()) / 1e7;
            case 3 -> random.nextGaussian();
            case 4 -> random.nextInt(5) == 0 ? Double.NaN : random.nextInt(9999) / 1e4;
            case 5 -> random.nextInt(5000) == 0 ? -0.0 : 0.5;
            case 6 -> Double.longBitsToDouble(random.nextLong());
            case 7 -> 1e15 * random.nextInt(3);
            default -> random.nextInt(1000) * 1e-18;
          };
    }
    for (long memory : new long[] {99_000_000, 400_000}) {
      ColumnStoreBuilder builder = builder(columns, memory);
      builder.append(cells, 20_000);
      ColumnStore numbers = builder.build();
      double[] copied = new double[20_000];
      for (int column = 0; column < columns; column++) {
        values(numbers, column).copy(0, copied.length, copied, 0, 1);
        for (int row = 0; row < copied.length; row++) {
          assertSameBits(cells[row * columns + column], copied[row]);
          assertSameBits(cells[row * columns + column], numbers.get(column, row));
        }
      }
    }
  }

  private static void assertSameBits(double expected, double found) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(found));
  }
}
