package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 21, 5000})
  void givesBackWhatWasAppendedRowAfterRow(int columns) {
    Random random = new Random(columns);
    Numbers numbers = new Numbers(columns, Storage.unlimited());
    while (numbers.rows() * columns < 200_000) {
      int count = random.nextInt(1 + 30_000 / columns);
      double[] rows = new double[count * columns];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = numbers.rows() * columns + i;
      }
      numbers.append(rows, count);
    }
    for (int row = 0; row < numbers.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        assertEquals(row * columns + column, numbers.get(column, row));
      }
    }
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.get(0, numbers.rows()));
  }
}
