package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.qr.Elimination;
import gdtrain.qr.RawFactor;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factor that is made while a file is read. */
class GrowingFactorTest {
  private static final FactorRequest WISH = new FactorRequest(Optional.empty(), 1_000_000);
  private static final CsvOptions OPTIONS = CsvOptions.defaults().with(Optional.of(WISH));

  /** Some slabs and a rest. */
  private static final String LONG = text(10_000);

  private static String text(int rows) {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("a,b,c\n");
    for (int row = 0; row < rows; row++) {
      double a = 1e6 + random.nextInt(1000) / 8.0;
      text.append(a).append(',').append(random.nextGaussian()).append(',').append(row % 7);
      text.append('\n');
    }
    return text.toString();
  }

  private static Optional<double[][]> factor(Table table, int columns) {
    List<NumericColumn> numbers =
        table.columns().stream()
            .filter(NumericColumn.class::isInstance)
            .map(NumericColumn.class::cast)
            .toList();
    assertEquals(columns, numbers.size());
    double[] ones = new double[columns];
    Arrays.fill(ones, 1);
    return table.factor(numbers).map(f -> f.scaled(new double[columns], ones));
  }

  private static double[][] factor(Source source, int threads, int chunkBytes) {
    Table table = CsvReader.read(source, OPTIONS, threads, chunkBytes);
    return factor(table, 3).orElseThrow();
  }

  private static Optional<double[][]> factor(String text, CsvOptions options, int columns) {
    return factor(Csv.read(text, options), columns);
  }

  private static void assertSame(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int j = 0; j < expected.length; j++) {
      assertArrayEquals(expected[j], actual[j]);
    }
  }

  @Test
  void isTheSameToTheLastBitHoweverAndFromWhereverTheFileIsRead(@TempDir Path folder)
      throws Exception {
    byte[] bytes = LONG.getBytes(UTF_8);
    double[][] expected = factor(Csv.source(bytes), 1, 1 << 18);
    for (long memory : new long[] {1, 100_000, 1 << 30}) {
      for (int threads = 1; threads <= 3; threads++) {
        assertSame(expected, factor(Csv.source(bytes, memory), threads, 1000 * threads));
      }
    }
    assertSame(expected, factor(Csv.source(Csv.gzip(bytes)), 2, 5000));
    String file = Files.write(folder.resolve("f.csv"), bytes).toString();
    assertSame(expected, factor(Source.of(file, System.in), 2, 1 << 18));
    byte[] quoted = LONG.replace("a,b,c", "\"a\",b,c").replace(",3\n", ",\"3\"\n").getBytes(UTF_8);
    assertSame(expected, factor(Csv.source(quoted), 2, 5000));
  }

  @Test
  void isTheFactorOfAllRows() {
    Table table = Csv.read(LONG);
    double[][] columns = new double[4][table.rows()];
    Arrays.fill(columns[0], 1);
    for (int j = 0; j < 3; j++) {
      ((NumericColumn) table.columns().get(j)).values(0, table.rows(), columns[1 + j], 0, 1);
    }
    double[] near = {0, 1e6 + 62.5, 0, 3};
    Elimination elimination = new Elimination(4);
    elimination.add(columns, near, table.rows());
    double[][] expected = elimination.triangle();

    Table factored = Csv.read(LONG, OPTIONS);
    RawFactor factor = factored.factor(numbers(factored)).orElseThrow();
    double[][] actual = factor.scaled(Arrays.copyOfRange(near, 1, 4), new double[] {1, 1, 1});

    for (int j = 0; j < 4; j++) {
      for (int i = 0; i <= j; i++) {
        double sign = Math.signum(expected[i][i] * actual[i][i]);
        double tolerance = 1e-12 * Math.abs(expected[j][j]);
        assertEquals(expected[j][i], sign * actual[j][i], tolerance, i + ", " + j);
      }
    }
  }

  private static List<NumericColumn> numbers(Table table) {
    return table.columns().stream().map(NumericColumn.class::cast).toList();
  }

  @Test
  void textsBesideNumbersAreNoHindrance() {
    Random random = new Random(8);
    StringBuilder text = new StringBuilder("a,name,b,turns,c\n");
    StringBuilder without = new StringBuilder("a,b,c\n");
    for (int row = 0; row < 3000; row++) {
      String a = random.nextInt(100) + ",";
      String b = random.nextInt(100) + ",";
      text.append(a).append("n" + row % 5 + ",").append(b).append("x,").append(row).append("\n");
      without.append(a).append(b).append(row).append("\n");
    }
    Optional<double[][]> expected = factor(without.toString(), OPTIONS, 3);

    Table table = Csv.read(text.toString(), OPTIONS);

    RawFactor found = table.factor(chosen(table, 0, 2, 4)).orElseThrow();
    assertSame(expected.orElseThrow(), found.scaled(new double[3], new double[] {1, 1, 1}));
  }

  private static List<NumericColumn> chosen(Table table, int... columns) {
    return IntStream.of(columns).mapToObj(j -> (NumericColumn) table.columns().get(j)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n,3\n4,5\n6,7\n", // a missing cell
        "a,b\n1,0\n2,1\n3,1\n4,0\n", // what looks like classes
        "a,b\n1,5\n2,5\n3,5\n4,5\n",
        "a,b\n1e308,1\n-1e308,2\n1e308,3\n1e308,4\n", // more than a number can hold
      })
  void isGivenUpWhereNobodyCouldUseIt(String text) {
    assertTrue(factor(text, OPTIONS, 2).isEmpty());
  }

  @Test
  void isGivenUpOnceACellIsMissingOrATextLateInTheFile() {
    assertTrue(factor(LONG, OPTIONS, 3).isPresent());
    assertTrue(factor(LONG + "1,,3\n", OPTIONS, 3).isEmpty());
    assertTrue(factor(LONG + "1,word,3\n", OPTIONS, 2).isEmpty());
    assertTrue(factor(LONG + "1,2,3\n", OPTIONS, 3).isPresent());
  }

  @Test
  void isMadeOnlyWhereItIsWishedForAndNotLarger() {
    String text = text(100);
    assertTrue(factor(text, CsvOptions.defaults(), 3).isEmpty());
    assertTrue(factor(text, wish("b", 100), 3).isPresent());
    assertTrue(factor(text, wish("2", 100), 3).isPresent());
    assertTrue(factor(text, wish("b", 99), 3).isEmpty());
    assertTrue(factor(text, wish("nothing", 100), 3).isEmpty());
    String named = text.replace("\n", ",u\n").replace(",c,u", ",c,name");
    assertTrue(factor(named, wish("name", 100), 3).isEmpty());
    assertTrue(factor(named, wish("a", 100), 3).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"127, true", "128, false", "300, false"})
  void isMadeWhereASlabHasAFewTimesItsRows(int columns, boolean made) {
    String row = "1,2,3,5,8,".repeat(columns).substring(0, 2 * columns - 1);
    String names = IntStream.range(0, columns).mapToObj(j -> "x" + j).collect(joining(","));
    StringBuilder text = new StringBuilder(names);
    for (int i = 0; i < 9; i++) {
      text.append('\n').append(row, 0, row.length() - 1).append(i);
    }
    assertEquals(made, factor(text.append('\n').toString(), OPTIONS, columns).isPresent());
  }

  private static CsvOptions wish(String target, int rows) {
    return CsvOptions.defaults().with(Optional.of(new FactorRequest(Optional.of(target), rows)));
  }

  @Test
  void isOfAllRowsOnly() {
    Table table = Csv.read(text(100), OPTIONS);
    int[] rows = IntStream.range(0, 99).toArray();
    assertTrue(factor(table.select(rows), 3).isEmpty());
    assertTrue(factor(table.select(IntStream.range(0, 100).toArray()), 3).isPresent());
  }
}
