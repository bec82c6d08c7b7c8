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
import gdtrain.table.format.MissingCells;
import gdtrain.table.store.ColumnValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final MissingCells missing;
  private final FormatDetector detector;
  private final Map<Integer, Written> written = new TreeMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> parts = new ArrayList<>();
  private final Set<String> names;

  private TypedColumns(ColumnsBuilder first, ColumnsBuilder second) {
    this.first = first;
    this.second = second;
    this.schema = first.schema();
    this.names = new HashSet<>(schema.layout().names());
    this.rules = schema.layout().rules();
    this.missing = schema.options().missing();
    this.detector =
        new FormatDetector(schema.options().formats(), missing, schema.layout().delimiter());
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
    int count = typed.schema.columns();
    for (int column = 0; column < count; column++) {
      if (typed.builder(column).schema().isText(column)) {
        typed.written.put(column, typed.new Written(column));
      }
    }
    boolean emptyEnd =
        typed.schema.layout().emptyEnd() && typed.builder(count - 1).isEmpty(count - 1);
    for (int column = 0; column < (emptyEnd ? count - 1 : count); column++) {
      typed.columns.add(
          typed.written.containsKey(column)
              ? typed.written.get(column).column()
              : typed.plain(column));
    }
    typed.columns.addAll(typed.parts);
    return typed.columns;
  }

  private ColumnsBuilder builder(int column) {
    return first.contradicted().get(column) ? second : first;
  }

  /** A column of numbers as programs write them. */
  private Column plain(int column) {
    ColumnLocation location = schema.location(column);
    ColumnValues values = builder(column).values(column);
    List<String> notes =
        values.statistics().count() == 0
            ? List.of("column " + location.shown() + " has no values")
            : List.of();
    return new NumericColumn(
        location, reading(column, NumberFormat.PLAIN, notes, List.of()), values);
  }

  private ColumnReading reading(
      int column, CellFormat format, List<String> notes, List<String> warnings) {
    return new ColumnReading(
        format,
        schema.layout().unnamed().contains(column)
            ? ColumnReading.Origin.UNNAMED
            : ColumnReading.Origin.NAMED,
        rules.isSettled(column),
        builder(column).missing(column),
        notes,
        warnings);
  }

  private boolean anyHasDecimal(char mark) {
    return written.values().stream().anyMatch(column -> column.detected.hasDecimal(mark));
  }

  /** A column whose cells were read as texts, and may be numbers, dates or times. */
  private final class Written {
    private final int column;
    private final ColumnLocation location;
    private final List<DistinctCell> cells;
    private final Optional<CellFormat> known;
    private final Detected detected;

    Written(int column) {
      this.column = column;
      this.location = schema.location(column);
      this.cells = builder(column).cells(column).cells();
      this.known = rules.known(column);
      this.detected = detect();
    }

    private Detected detect() {
      boolean given = known.isPresent() && !known.get().isPlain();
      if (rules.isText(column) || given) {
        return Detected.of(known.orElse(TextFormat.TEXT));
      }
      if (rules.date(column).isPresent()) {
        Detected dates = detector.date(location, cells);
        return dates.with(((DateFormat) dates.format()).with(rules.date(column).get()));
      }
      Detected found =
          detector.detect(location, cells, rules.isNumeric(column) || known.isPresent());
      if (rules.isNumeric(column) && found.format() == TextFormat.TEXT) {
        odd().ifPresent(this::refuse);
      }
      boolean asTrained = known.isPresent() && found.format().isPlain();
      return asTrained ? Detected.of(found.format()) : found;
    }

    /** The first cell that is no number as programs write them. */
    private Optional<DistinctCell> odd() {
      return detector.present(cells).stream()
          .filter(cell -> Double.isNaN(schema.plainNumber(cell.text())))
          .findFirst();
    }

    private void refuse(DistinctCell cell) {
      throw location.notNumber(cell.text(), cell.firstLine());
    }

    Column column() {
      List<String> warnings = new ArrayList<>(detected.doubt().stream().toList());
      CellFormat format = detected.other().isEmpty() ? detected.format() : settled(warnings);
      if (format == TextFormat.TEXT) {
        return builder(column)
            .cells(column)
            .column(
                location,
                reading(column, format, List.of(), warnings),
                builder(column).values(column));
      }
      CellFormat since = format instanceof DateFormat dates ? since(dates) : format;
      List<String> notes = warnings.isEmpty() ? example(since).stream().toList() : List.of();
      ColumnValues values = numbers(since); // notes what is missing, which the reading says
      NumericColumn numbers =
          new NumericColumn(location, reading(column, since, notes, warnings), values);
      if (since instanceof DateFormat dates) {
        dates.parts().forEach(part -> parts.add(part(numbers, dates, part)));
      }
      return numbers;
    }

    /** Of two formats the one that agrees with other columns; a warning if none of them tells. */
    private CellFormat settled(List<String> warnings) {
      NumberFormat likely = (NumberFormat) detected.format();
      NumberFormat other = detected.other().get();
      boolean commas = anyHasDecimal(',');
      if (commas != (schema.hasDecimalPoint() || anyHasDecimal('.'))) {
        return likely.decimal() == (commas ? ',' : '.') ? likely : other;
      }
      char mark = likely.thousands() == NumberFormat.NONE ? likely.decimal() : likely.thousands();
      DistinctCell cell =
          cells.stream().filter(c -> c.text().indexOf(mark) >= 0).findFirst().orElseThrow();
      String read = CellText.number(likely.parse(cell.text()));
      warnings.add(
          "column %s: %s on line %d may be %s or %s, as every mark stands before three digits; it is read as %s, ⟦decimal⟧ %c or ⟦thousands⟧ %c settles it"
              .formatted(
                  location.shown(),
                  CellText.quoted(cell.text()),
                  cell.firstLine(),
                  read,
                  CellText.number(other.parse(cell.text())),
                  read,
                  mark,
                  mark));
      return likely;
    }

    /** Dates with the earliest as day 0, unless that is known from elsewhere. */
    private DateFormat since(DateFormat format) {
      if (known.isPresent()) {
        return format;
      }
      double earliest =
          detector.present(cells).stream()
              .mapToDouble(cell -> format.parse(cell.text()))
              .min()
              .orElse(0);
      return format.since(DateFormat.EPOCH.plusDays((long) Math.floor(earliest)));
    }

    /** What a cell became, where it is not plainly what it says. */
    private Optional<String> example(CellFormat format) {
      if (known.equals(Optional.of(format))) {
        return Optional.empty();
      }
      Optional<DistinctCell> changed =
          detector.present(cells).stream()
              .filter(cell -> format.parse(cell.text()) != schema.plainNumber(cell.text()))
              .findFirst();
      return changed.map(
          c ->
              "column %s: %s is read as %s%s"
                  .formatted(
                      location.shown(),
                      CellText.quoted(c.text()),
                      CellText.number(format.parse(c.text())),
                      format.isPlain() ? "" : " (" + format.inWords() + ")"));
    }

    private ColumnValues numbers(CellFormat format) {
      double[] numbers = cells.stream().mapToDouble(cell -> number(cell, format)).toArray();
      return builder(column)
          .values(column)
          .map(code -> numbers[(int) code], schema.source().storage());
    }

    private double number(DistinctCell cell, CellFormat format) {
      if (missing.containsAmongNumbers(cell.text())) {
        builder(column).noteMissing(column, cell.text());
        return Double.NaN;
      }
      double number = format.parse(cell.text());
      if (Double.isNaN(number)) {
        throw location.notAsTrained(cell.text(), cell.firstLine(), format);
      }
      if (Double.isInfinite(number)) {
        throw location.notFinite(cell.text(), cell.firstLine());
      }
      return schema.unlessMissing(number);
    }
  }

  private Column part(NumericColumn dates, DateFormat format, DateFormat.Part part) {
    String name = format.partOf(dates.name(), part);
    if (names.contains(name)) {
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
