package gdtrain.table.format;

import gdtrain.table.CellFormat;
import gdtrain.table.DateFormat;
import gdtrain.table.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known before reading about how cells are written; the rest is detected.
 *
 * @param decimal the decimal mark of all numbers; empty: detected column by column
 * @param thousands the mark between groups of digits; empty: detected
 * @param order of dates that end with the year; empty: detected
 * @param numeric columns of which every present cell must be a number
 * @param categorical columns read as text whatever they hold
 * @param dates columns that must hold dates
 * @param known formats by column name, such as those of a saved model; names that are not there are
 *     passed over
 */
public record CellFormats(
    Optional<Character> decimal,
    Optional<Character> thousands,
    Optional<DateFormat.Order> order,
    Selection numeric,
    Selection categorical,
    List<DateColumn> dates,
    Map<String, CellFormat> known) {
  /** Everything detected. */
  public static final CellFormats DETECTED = of(Selection.none(), Selection.none());

  /** Copies the collections. */
  public CellFormats {
    dates = List.copyOf(dates);
    known = Map.copyOf(known);
  }

  /**
   * A column of dates.
   *
   * @param reference its name or number
   * @param parts which become categories
   */
  public record DateColumn(String reference, Set<DateFormat.Part> parts) {}

  /** Columns of numbers and of categories, the others detected. */
  public static CellFormats of(Selection numeric, Selection categorical) {
    return new CellFormats(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        numeric,
        categorical,
        List.of(),
        Map.of());
  }

  /** These with formats that are known by the names of columns. */
  public CellFormats with(Map<String, CellFormat> formats) {
    return new CellFormats(decimal, thousands, order, numeric, categorical, dates, formats);
  }

  /** Whether a point in a number is a decimal point, unless its column shows otherwise. */
  public boolean pointIsDecimal() {
    return decimal.orElse('.') == '.' && thousands.orElse(',') != '.';
  }
}
