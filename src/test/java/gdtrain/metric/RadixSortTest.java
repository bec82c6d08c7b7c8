package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  @Test
  void sortsAsDoubleCompareDoes() {
    double[] values = {
      0.5,
      -0.0,
      Double.NaN,
      0.0,
      -1e300,
      Double.MIN_VALUE,
      1,
      Double.NEGATIVE_INFINITY,
      0.5,
      Double.POSITIVE_INFINITY,
      -Double.MIN_VALUE,
      1e300,
      -1
    };

    assertArrayEquals(sorted(values), RadixSort.ascending(values));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsTheOrderOfEqualValues(long seed) {
    Random random = new Random(seed);
    double[] values =
        IntStream.range(0, 5000).mapToDouble(i -> random.nextInt(300) / 7.0 - 20).toArray();

    assertArrayEquals(sorted(values), RadixSort.ascending(values));
  }

  @Test
  void ofNoValuesIsEmpty() {
    assertArrayEquals(new int[0], RadixSort.ascending(new double[0]));
  }

  private static int[] sorted(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
