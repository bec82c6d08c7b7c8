package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellFormat;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.ColumnLocation;
import gdtrain.table.ColumnReading;
import gdtrain.table.DateFormat;
import gdtrain.table.NumberFormat;
import gdtrain.table.NumericColumn;
import gdtrain.table.TextFormat;
import gdtrain.table.format.ColumnRules;
import gdtrain.table.format.DistinctCell;
import gdtrain.table.format.FormatDetector;
import gdtrain.table.format.FormatDetector.Detected;
import gdtrain.table.store.ColumnValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The columns of a file once all its cells are known. The format of each is given or detected, and
 * cells that are written as numbers, dates or times become numbers.
 */
final class TypedColumns {
  private final ColumnsBuilder first;
  private final ColumnsBuilder second;
  private final CsvSchema schema;
  private final ColumnRules rules;
  private final FormatDetector detector;
  private final Map<Integer, Detected> detected = new TreeMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> parts = new ArrayList<>();

  private TypedColumns(ColumnsBuilder first, ColumnsBuilder second) {
    this.first = first;
    this.second = second;
    this.schema = first.schema();
    this.rules = schema.layout().rules();
    this.detector =
        new FormatDetector(
            schema.options().formats(), schema.options().missing(), schema.layout().delimiter());
  }

  /**
   * All columns in the order of the file, and behind them the parts of dates.
   *
   * @param first a first reading
   * @param second of the columns that contradicted the first reading's guess
   * @throws BadTable if a cell is not what its column must hold
   */
  static List<Column> of(ColumnsBuilder first, ColumnsBuilder second) {
    TypedColumns typed = new TypedColumns(first, second);
    for (int column = 0; column < typed.schema.columns(); column++) {
      if (typed.builder(column).schema().isText(column)) {
        typed.detected.put(column, typed.detect(column));
      }
    }
    for (int column = 0; column < typed.schema.columns(); column++) {
      boolean last = column == typed.schema.columns() - 1;
      if (!(last && typed.schema.layout().emptyEnd() && typed.builder(column).isEmpty(column))) {
        typed.add(column);
      }
    }
    typed.columns.addAll(typed.parts);
    return typed.columns;
  }

  private ColumnsBuilder builder(int column) {
    return first.contradicted().get(column) ? second : first;
  }

  private List<DistinctCell> cells(int column) {
    return builder(column).cells(column).cells();
  }

  private Detected detect(int column) {
    Optional<CellFormat> known = rules.known(column).filter(format -> !format.isPlain());
    if (rules.isText(column) || known.isPresent()) {
      return Detected.of(known.orElse(TextFormat.TEXT));
    }
    ColumnLocation location = schema.location(column);
    if (rules.date(column).isPresent()) {
      Detected found = detector.date(location, cells(column));
      return found.with(((DateFormat) found.format()).with(rules.date(column).get()));
    }
    boolean number = rules.isNumeric(column) || rules.known(column).isPresent();
    Detected found = detector.detect(location, cells(column), number);
    if (rules.isNumeric(column) && found.format() == TextFormat.TEXT) {
      detector.present(cells(column)).stream()
          .filter(cell -> Double.isNaN(schema.plainNumber(cell.text())))
          .findFirst()
          .ifPresent(
              cell -> {
                throw location.notNumber(cell.text(), cell.firstLine());
              });
    }
    boolean asTrained = rules.known(column).isPresent() && found.format().isPlain();
    return asTrained ? Detected.of(found.format()) : found;
  }

  private void add(int column) {
    ColumnLocation location = schema.location(column);
    ColumnValues values = builder(column).values(column);
    Detected found = detected.get(column);
    List<String> notes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    CellFormat format = NumberFormat.PLAIN;
    if (found == null) {
      if (values.statistics().count() == 0) {
        notes.add("column " + location.shown() + " has no values");
      }
    } else {
      found.doubt().ifPresent(warnings::add);
      format = found.other().isEmpty() ? found.format() : settled(column, found, warnings);
      format = format instanceof DateFormat dates ? since(dates, column) : format;
      if (warnings.isEmpty()) {
        example(column, format).ifPresent(notes::add);
      }
    }
    ColumnReading reading =
        new ColumnReading(
            format,
            schema.layout().unnamed().contains(column)
                ? ColumnReading.Origin.UNNAMED
                : ColumnReading.Origin.NAMED,
            rules.isSettled(column),
            builder(column).missing(column).or(() -> placeholder(column)),
            notes,
            warnings);
    if (format == TextFormat.TEXT) {
      columns.add(builder(column).cells(column).column(location, reading, values));
      return;
    }
    NumericColumn numbers =
        new NumericColumn(location, reading, found == null ? values : numbers(column, format));
    columns.add(numbers);
    if (format instanceof DateFormat dates) {
      dates.parts().forEach(part -> parts.add(part(numbers, dates, part)));
    }
  }

  /** A cell that is missing only because the others are numbers. */
  private Optional<String> placeholder(int column) {
    return detected.containsKey(column)
        ? cells(column).stream()
            .map(DistinctCell::text)
            .filter(schema.options().missing()::containsAmongNumbers)
            .findFirst()
        : Optional.empty();
  }

  /**
   * Of two formats the one that agrees with other columns; with a warning if none of them tells.
   */
  private CellFormat settled(int column, Detected found, List<String> warnings) {
    NumberFormat likely = (NumberFormat) found.format();
    NumberFormat other = found.other().get();
    boolean commas = detected.values().stream().anyMatch(d -> d.hasDecimal(','));
    boolean points =
        schema.hasDecimalPoint() || detected.values().stream().anyMatch(d -> d.hasDecimal('.'));
    if (commas != points) {
      return likely.decimal() == (commas ? ',' : '.') ? likely : other;
    }
    char mark = likely.thousands() == NumberFormat.NONE ? likely.decimal() : likely.thousands();
    DistinctCell cell =
        cells(column).stream().filter(c -> c.text().indexOf(mark) >= 0).findFirst().orElseThrow();
    ColumnLocation location = schema.location(column);
    warnings.add(
        "column %s: %s on line %d may be %s or %s, as every mark stands before three digits; it is read as %s, ⟦decimal⟧ %c or ⟦thousands⟧ %c settles it"
            .formatted(
                location.shown(),
                CellText.quoted(cell.text()),
                cell.firstLine(),
                CellText.number(likely.parse(cell.text())),
                CellText.number(other.parse(cell.text())),
                CellText.number(likely.parse(cell.text())),
                mark,
                mark));
    return likely;
  }

  /** Dates with the earliest as day 0, unless that is known from elsewhere. */
  private DateFormat since(DateFormat format, int column) {
    if (rules.known(column).isPresent()) {
      return format;
    }
    double earliest =
        detector.present(cells(column)).stream()
            .mapToDouble(cell -> format.parse(cell.text()))
            .min()
            .orElse(0);
    return format.since(DateFormat.EPOCH.plusDays((long) Math.floor(earliest)));
  }

  /** What a cell became, where it is not plainly what it says. */
  private Optional<String> example(int column, CellFormat format) {
    if (format == TextFormat.TEXT || rules.known(column).equals(Optional.of(format))) {
      return Optional.empty();
    }
    return detector.present(cells(column)).stream()
        .filter(
            cell -> Double.isNaN(schema.plainNumber(cell.text())) || format instanceof DateFormat)
        .findFirst()
        .map(
            cell ->
                "column %s: %s is read as %s%s"
                    .formatted(
                        schema.location(column).shown(),
                        CellText.quoted(cell.text()),
                        CellText.number(format.parse(cell.text())),
                        format.isPlain() ? "" : " (" + format.inWords() + ")"));
  }

  private ColumnValues numbers(int column, CellFormat format) {
    List<DistinctCell> cells = cells(column);
    double[] numbers = new double[cells.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(column, cells.get(i), format);
    }
    return builder(column)
        .values(column)
        .map(code -> numbers[(int) code], schema.source().storage());
  }

  private double number(int column, DistinctCell cell, CellFormat format) {
    if (schema.options().missing().containsAmongNumbers(cell.text())) {
      return Double.NaN;
    }
    double number = format.parse(cell.text());
    ColumnLocation location = schema.location(column);
    if (Double.isNaN(number)) {
      throw location.notAsTrained(cell.text(), cell.firstLine(), format);
    }
    if (Double.isInfinite(number)) {
      throw location.notFinite(cell.text(), cell.firstLine());
    }
    return schema.unlessMissing(number);
  }

  private Column part(NumericColumn dates, DateFormat format, DateFormat.Part part) {
    String name = format.partOf(dates.name(), part);
    if (schema.layout().names().contains(name)) {
      throw new BadTable(
          "%s has a column %s already, so that ⟦date⟧ cannot add one; rename it"
              .formatted(schema.source().name(), CellText.quoted(name)));
    }
    int position = schema.columns() + parts.size() + 1;
    LevelCodes levels = new LevelCodes();
    ColumnValues codes =
        dates
            .values()
            .map(days -> levels.add(format.text(part, days), 0), schema.source().storage());
    return levels.column(
        new ColumnLocation(schema.source().name(), name, position),
        new ColumnReading(
            TextFormat.TEXT,
            ColumnReading.Origin.PART,
            true,
            Optional.empty(),
            List.of(),
            List.of()),
        codes);
  }
}
