package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables, printed by the library's own printer, come back as they were. */
class RoundTripTest {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final String[] PARTS = {
    ",", ";", "|", "\t", "\n", "\r\n", "\"", "\"\"", "'", " ", "a", "Zoë", "名前", "😀", "0", "-",
    "\\"
  };

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 1; seed <= 20; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsBackWhatWasPrinted(int seed) throws IOException {
    Random random = new Random(seed);
    List<List<String>> records = records(random);
    assertTrue(records.stream().flatMap(List::stream).distinct().count() > 10);
    char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
    Table table = Csv.read(print(records, delimiter, random), Csv.delimiter(delimiter));
    assertEquals(records.get(0).stream().map(String::strip).toList(), table.columnNames());
    for (int column = 0; column < table.columns().size(); column++) {
      assertEquals(expected(records, column), Csv.cells(table.columns().get(column)));
    }
  }

  /** A header and rows: column 0 is text, then text and numbers in turn. */
  private static List<List<String>> records(Random random) {
    int columns = 2 + random.nextInt(6);
    List<List<String>> records = new ArrayList<>();
    records.add(new ArrayList<>());
    for (int column = 0; column < columns; column++) {
      records.get(0).add("x" + column + text(random) + "x");
    }
    for (int row = 5 + random.nextInt(60); row > 0; row--) {
      List<String> record = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        record.add(column % 2 == 0 ? "t" + text(random) : number(random));
      }
      records.add(record);
    }
    return records;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  private static String number(Random random) {
    String number = random.nextInt(9) == 0 ? "NA" : Double.toString(random.nextGaussian() * 1e4);
    return " ".repeat(random.nextInt(3)) + number + " ".repeat(random.nextInt(2));
  }

  private static String print(List<List<String>> records, char delimiter, Random random)
      throws IOException {
    QuoteMode[] modes = {QuoteMode.ALL, QuoteMode.MINIMAL, QuoteMode.NON_NUMERIC};
    CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter);
    format.setRecordSeparator(random.nextBoolean() ? "\n" : "\r\n");
    StringBuilder text = new StringBuilder();
    for (List<String> record : records) {
      CSVFormat one = format.setQuoteMode(modes[random.nextInt(modes.length)]).get();
      one.printRecord(text, record.toArray());
      text.append(random.nextInt(5) == 0 ? "\n" : "");
    }
    return text.toString();
  }

  private static List<String> expected(List<List<String>> records, int column) {
    return records.stream()
        .skip(1)
        .map(record -> record.get(column).strip())
        .map(cell -> column % 2 == 0 ? cell : finite(cell).map(String::valueOf).orElse("NA"))
        .toList();
  }

  private static Optional<Double> finite(String cell) {
    return cell.equals("NA") ? Optional.empty() : Optional.of(Double.parseDouble(cell));
  }
}
