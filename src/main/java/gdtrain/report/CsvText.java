package gdtrain.report;

import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;

/** CSV as every command writes it: commas, quotes where needed, lines end with a line feed. */
public final class CsvText {
  static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private CsvText() {}

  /** A record of these cells, without its end. */
  public static String record(Object... cells) {
    return FORMAT.format(cells);
  }

  /**
   * A record of the values of some fields, without its end; what is NaN or empty is an empty cell.
   */
  public static String record(Map<String, Object> fields) {
    return record(
        fields.values().stream()
            .map(value -> value instanceof OptionalDouble o ? o.orElse(Double.NaN) : value)
            .map(value -> value instanceof Double d && d.isNaN() ? "" : value)
            .toArray());
  }
}
