package gdtrain.table.format;

import gdtrain.table.BadTable;
import gdtrain.table.CellFormat;
import gdtrain.table.CellText;
import gdtrain.table.ClockFormat;
import gdtrain.table.ColumnLocation;
import gdtrain.table.DateFormat;
import gdtrain.table.NumberFormat;
import gdtrain.table.NumberSyntax;
import gdtrain.table.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells from all distinct cells of a column how they are written: as numbers, dates or times, if
 * every present cell is, else as text.
 */
public final class FormatDetector {
  /** So many cells with three digits behind a point, beside some without, are no chance. */
  private static final int FEW = 8;

  /** From this share of cells on, the others of a column are likely mistakes. */
  private static final double MOST = 0.5;

  /** The share for numbers with a unit: {@code 1st}, {@code 3rd} are labels. */
  private static final double NEARLY_ALL = 0.9;

  private static final char[] DECIMALS = {'.', ','};
  private static final char[] THOUSANDS = {NumberFormat.NONE, ',', '.', ' ', '\''};

  private final CellFormats formats;
  private final MissingCells missing;
  private final char delimiter;

  /**
   * @param delimiter of the file, which tells what a comma in a cell may be
   */
  public FormatDetector(CellFormats formats, MissingCells missing, char delimiter) {
    this.formats = formats;
    this.missing = missing;
    this.delimiter = delimiter;
  }

  /**
   * How a column is written.
   *
   * @param format the likeliest format
   * @param other another format in which every cell is a number, if there is one
   * @param doubt what is likely a mistake whatever the other columns show, if anything
   */
  public record Detected(CellFormat format, Optional<NumberFormat> other, Optional<String> doubt) {
    /** A format beyond doubt. */
    public static Detected of(CellFormat format) {
      return new Detected(format, Optional.empty(), Optional.empty());
    }

    /** Whether this is the decimal mark of the column beyond doubt. */
    public boolean hasDecimal(char mark) {
      return other.isEmpty()
          && format instanceof NumberFormat numbers
          && numbers.decimal() == mark
          && (mark == ',' || numbers.thousands() == ',');
    }

    /** This with another format. */
    public Detected with(CellFormat another) {
      return new Detected(another, other, doubt);
    }

    private Detected because(Optional<String> reason) {
      return new Detected(format, other, reason);
    }
  }

  /**
   * The format of a column.
   *
   * @param all the distinct cells that are not missing everywhere, in the order of the file
   * @param mustBeNumber whether dates and times are not looked for
   */
  public Detected detect(ColumnLocation location, List<DistinctCell> all, boolean mustBeNumber) {
    List<DistinctCell> cells = present(all);
    if (cells.isEmpty()) {
      return Detected.of(TextFormat.TEXT);
    }
    Optional<Detected> found = plain(location, cells).or(() -> number(cells));
    if (found.isEmpty() && !mustBeNumber) {
      found = dates(location, cells).or(() -> clock(cells));
    }
    return found.orElseGet(() -> Detected.of(TextFormat.TEXT).because(stray(location, cells)));
  }

  /** The cells but those that are missing among numbers. */
  public List<DistinctCell> present(List<DistinctCell> all) {
    return all.stream().filter(level -> !missing.containsAmongNumbers(level.text())).toList();
  }

  private boolean isPlain(String cell) {
    boolean point = formats.pointIsDecimal() || cell.indexOf('.') < 0;
    return point && !Double.isNaN(NumberSyntax.parse(cell));
  }

  private Optional<Detected> plain(ColumnLocation location, List<DistinctCell> cells) {
    if (!cells.stream().allMatch(level -> isPlain(level.text()))) {
      return Optional.empty();
    }
    Detected plain = Detected.of(NumberFormat.PLAIN);
    NumberFormat groups = new NumberFormat(',', '.', "", "");
    boolean marked = cells.stream().anyMatch(level -> level.text().indexOf('.') >= 0);
    if (marked && allowed(groups) && cells.stream().allMatch(c -> isWritten(c.text(), groups))) {
      long withPoint = count(cells, cell -> cell.indexOf('.') >= 0);
      boolean likely =
          delimiter == ';' || (withPoint >= FEW && withPoint < count(cells, c -> true));
      return Optional.of(
          likely ? new Detected(NumberFormat.PLAIN, Optional.of(groups), Optional.empty()) : plain);
    }
    return Optional.of(
        plain.because(leadingZeros(location, cells).or(() -> beyondDouble(location, cells))));
  }

  /** What is said of numbers that begin with 0, as codes do. */
  private static Optional<String> leadingZeros(ColumnLocation location, List<DistinctCell> cells) {
    return cells.stream()
        .filter(cell -> cell.text().matches("[-+]?0[0-9]{2,}"))
        .findFirst()
        .map(
            cell ->
                "column %s has numbers that begin with 0, as codes do, such as %s on line %d; it is read as a number, ⟦categorical⟧ %s reads categories, ⟦exclude⟧ leaves it out"
                    .formatted(
                        location.shown(),
                        CellText.quoted(cell.text()),
                        cell.firstLine(),
                        location.argument()));
  }

  /** What is said of whole numbers so long that a double cannot tell them apart. */
  private static Optional<String> beyondDouble(ColumnLocation location, List<DistinctCell> cells) {
    long values =
        cells.stream().mapToDouble(cell -> NumberSyntax.parse(cell.text())).distinct().count();
    return cells.stream()
        .filter(cell -> cell.text().matches("[-+]?[0-9]{16,}"))
        .findFirst()
        .filter(cell -> values < cells.size())
        .map(
            cell ->
                "column %s has numbers of more than 16 digits, such as %s on line %d, of which only 16 are kept: %,d different cells become %s; ⟦categorical⟧ %s reads them as they are, ⟦exclude⟧ leaves them out"
                    .formatted(
                        location.shown(),
                        CellText.quoted(cell.text()),
                        cell.firstLine(),
                        cells.size(),
                        values == 1 ? "1 number" : values + " numbers",
                        location.argument()));
  }

  private static long count(List<DistinctCell> cells, Predicate<String> condition) {
    return cells.stream()
        .filter(level -> condition.test(level.text()))
        .mapToLong(DistinctCell::count)
        .sum();
  }

  private static boolean isWritten(String cell, CellFormat format) {
    return !Double.isNaN(format.parse(cell));
  }

  private boolean allowed(NumberFormat format) {
    boolean decimal = formats.decimal().orElse(format.decimal()) == format.decimal();
    boolean groups =
        format.thousands() == NumberFormat.NONE
            || formats.thousands().orElse(format.thousands()) == format.thousands();
    boolean free = formats.thousands().orElse(NumberFormat.NONE) != format.decimal();
    return decimal && groups && free && format.decimal() != format.thousands();
  }

  private Optional<Detected> number(List<DistinctCell> cells) {
    Optional<NumberFormat> unit = unit(cells);
    List<NumberFormat> fitting = new ArrayList<>();
    for (char thousands : THOUSANDS) {
      for (char decimal : DECIMALS) {
        unit.map(u -> new NumberFormat(decimal, thousands, u.before(), u.after()))
            .filter(this::allowed)
            .filter(format -> cells.stream().allMatch(c -> isWritten(c.text(), format)))
            .ifPresent(fitting::add);
      }
    }
    return fitting.isEmpty() ? Optional.empty() : Optional.of(best(fitting, cells));
  }

  /** A point is decimal where it can be, and a comma where no group is complete. */
  private Detected best(List<NumberFormat> fitting, List<DistinctCell> cells) {
    NumberFormat first = fitting.get(0);
    Optional<NumberFormat> other =
        fitting.stream()
            .filter(f -> f.thousands() != NumberFormat.NONE && f.decimal() != first.decimal())
            .filter(f -> f.thousands() == first.decimal())
            .findFirst();
    boolean marked = count(cells, cell -> cell.indexOf(first.decimal()) >= 0) > 0;
    if (other.isEmpty() || !marked) {
      return Detected.of(first);
    }
    boolean comma = first.decimal() == ',';
    boolean bare = count(cells, cell -> cell.indexOf(',') < 0) > 0;
    if (comma && delimiter == ',') {
      return Detected.of(other.get());
    }
    return comma && bare
        ? new Detected(other.get(), Optional.of(first), Optional.empty())
        : new Detected(first, other, Optional.empty());
  }

  /** The unit of the first cell that is not a mere 0; empty if that can be no number. */
  private static Optional<NumberFormat> unit(List<DistinctCell> cells) {
    return cells.stream()
        .map(DistinctCell::text)
        .filter(cell -> !NumberFormat.isBareZero(cell))
        .findFirst()
        .map(NumberFormat::withUnitOf)
        .orElse(Optional.of(NumberFormat.PLAIN));
  }

  /**
   * The format of a column of dates.
   *
   * @throws BadTable if a cell is no date
   */
  public Detected date(ColumnLocation location, List<DistinctCell> all) {
    List<DistinctCell> cells = present(all);
    Optional<Detected> found = cells.isEmpty() ? Optional.empty() : dates(location, cells);
    return found.orElseThrow(() -> noDate(location, cells));
  }

  private static BadTable noDate(ColumnLocation location, List<DistinctCell> cells) {
    return cells.stream()
        .filter(cell -> !isDate(cell.text()))
        .findFirst()
        .map(cell -> location.notDate(cell.text(), cell.firstLine()))
        .orElseGet(
            () ->
                new BadTable(
                    "the dates of column %s are not all written in the same way; correct them, or take the column out of ⟦date⟧"
                        .formatted(location.shown())));
  }

  private Optional<Detected> dates(ColumnLocation location, List<DistinctCell> cells) {
    List<DateFormat> fitting = new ArrayList<>();
    for (DateFormat.Order order : DateFormat.Order.values()) {
      DateFormat format = new DateFormat(order, DateFormat.EPOCH, Set.of());
      boolean wanted = order == DateFormat.Order.CLEAR || formats.order().orElse(order) == order;
      if (wanted && cells.stream().allMatch(c -> isWritten(c.text(), format))) {
        fitting.add(format);
      }
    }
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    DistinctCell first = cells.get(0);
    boolean slash = first.text().indexOf('/') >= 0;
    Detected found = Detected.of(fitting.get(fitting.size() > 1 && slash ? 1 : 0));
    boolean same =
        cells.stream()
            .allMatch(
                c -> fitting.stream().mapToDouble(f -> f.parse(c.text())).distinct().count() == 1);
    return Optional.of(
        same
            ? found
            : found.because(
                Optional.of(
                    "the dates of column %s, such as %s on line %d, may be d/m/y or m/d/y; they are read as %s, ⟦date-format⟧ settles it"
                        .formatted(
                            location.shown(),
                            CellText.quoted(first.text()),
                            first.firstLine(),
                            ((DateFormat) found.format()).order().word()))));
  }

  private static Optional<Detected> clock(List<DistinctCell> cells) {
    for (boolean seconds : new boolean[] {false, true}) {
      ClockFormat format = new ClockFormat(seconds);
      if (cells.stream().allMatch(c -> isWritten(c.text(), format))) {
        return Optional.of(Detected.of(format));
      }
    }
    return Optional.empty();
  }

  /** What is said of a column of text most of whose cells are numbers, dates or times. */
  private Optional<String> stray(ColumnLocation location, List<DistinctCell> cells) {
    long all = count(cells, cell -> true);
    Optional<String> numbers = stray(location, cells, "numbers", this::isPlain, MOST * all);
    if (numbers.isPresent()) {
      return numbers;
    }
    Map<NumberFormat, Long> units = new HashMap<>();
    for (DistinctCell level : cells) {
      NumberFormat.withUnitOf(level.text())
          .ifPresent(unit -> units.merge(unit, (long) level.count(), Long::sum));
    }
    Optional<NumberFormat> usual =
        units.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return usual
        .flatMap(
            unit -> {
              Predicate<String> has =
                  cell -> NumberFormat.withUnitOf(cell).equals(Optional.of(unit));
              return stray(location, cells, "numbers" + unit.unitInWords(), has, NEARLY_ALL * all);
            })
        .or(() -> stray(location, cells, "dates", FormatDetector::isDate, MOST * all))
        .or(() -> stray(location, cells, "times", FormatDetector::isTime, MOST * all));
  }

  private static boolean isDate(String cell) {
    return Arrays.stream(DateFormat.Order.values())
        .anyMatch(order -> isWritten(cell, new DateFormat(order, DateFormat.EPOCH, Set.of())));
  }

  private static boolean isTime(String cell) {
    return isWritten(cell, new ClockFormat(false)) || isWritten(cell, new ClockFormat(true));
  }

  private static Optional<String> stray(
      ColumnLocation location,
      List<DistinctCell> cells,
      String what,
      Predicate<String> condition,
      double least) {
    long such = count(cells, condition);
    if (such < least || such == 0) {
      return Optional.empty();
    }
    Optional<DistinctCell> first =
        cells.stream().filter(level -> !condition.test(level.text())).findFirst();
    String where =
        first
            .map(
                level ->
                    ", but line %d has %s; correct it, or ⟦na⟧ %s reads that as missing, and ⟦categorical⟧ %s says that text is meant"
                        .formatted(
                            level.firstLine(),
                            CellText.quoted(level.text()),
                            CellText.argument(level.text(), "VALUE"),
                            location.argument()))
            .orElse(
                ", but not all are written in the same way; ⟦categorical⟧ "
                    + location.argument()
                    + " says that text is meant");
    return Optional.of(
        "column %s is read as text, %,d categories: %,d of its %,d values are %s%s"
            .formatted(location.shown(), cells.size(), such, count(cells, c -> true), what, where));
  }
}
