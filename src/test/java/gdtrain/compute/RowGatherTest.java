package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import gdtrain.Data;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowGatherTest {
  private static final int ROWS = 11;
  private static final double[][] NUMBERS = Data.normal(ROWS, 3, new Random(1));

  private static RowGather gather(int blockRows) {
    List<Matrix> blocks =
        IntStream.iterate(0, from -> from < ROWS, from -> from + blockRows)
            .mapToObj(
                from ->
                    IntStream.range(from, Math.min(from + blockRows, ROWS))
                        .mapToObj(row -> NUMBERS[row])
                        .toArray(double[][]::new))
            .map(Data::matrix)
            .toList();
    return new RowGather(blocks);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 11})
  void picksAnyRowsInAnyOrderWhereverTheBlocksAreCut(int blockRows) {
    RowGather gather = gather(blockRows);
    int[] order = new Random(blockRows).ints(40, 0, ROWS).toArray();
    order[20] = 0;
    order[21] = ROWS - 1;
    Matrix target = Matrix.zeros(30, 3);
    for (int from : new int[] {0, 10}) {
      gather.copy(order, from, 30, target);
      target.upload();
      double[][] copied = Data.rows(target);
      for (int i = 0; i < 30; i++) {
        assertArrayEquals(NUMBERS[order[from + i]], copied[i]);
      }
    }
  }
}
