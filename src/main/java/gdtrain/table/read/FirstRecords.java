package gdtrain.table.read;

import gdtrain.table.NumberSyntax;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import gdtrain.table.shape.BlankSeparated;
import gdtrain.table.shape.HeaderGuess;
import gdtrain.table.shape.SpareRecords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The first records of a file: which of them are rows, which one is the header, and how lines are
 * to be edited so that the header comes first and rows follow.
 */
final class FirstRecords {
  private static final int RECORDS = 200;
  private static final int SPARE = 20;

  private final Dialect dialect;
  private final HeaderPresence wanted;
  private final Predicate<String> missing;
  private final List<String[]> records = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final SortedMap<Long, String> edits = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean emptyEnd;
  private boolean doubtful;

  private FirstRecords(CsvOptions options, Dialect dialect) {
    this.dialect = dialect;
    this.wanted = options.header();
    this.missing = options.missing()::contains;
  }

  /** Reads the first records of a source. */
  static FirstRecords of(Source source, CsvOptions options, Dialect dialect) {
    FirstRecords first = new FirstRecords(options, dialect);
    try (Records records = Records.open(source, options, dialect)) {
      while (first.records.size() < RECORDS && records.next()) {
        first.records.add(records.cells().clone());
        first.lines.add(records.line());
      }
    }
    return first;
  }

  /** How many cells most records have. */
  private int width() {
    return records.stream()
        .collect(Collectors.groupingBy(cells -> cells.length, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Takes out titles and the like. */
  void takeOutAbove() {
    int width = width();
    Optional<String> reason = Optional.of("");
    for (int i = 0; i < SPARE && records.size() > 2 && reason.isPresent(); i++) {
      reason = SpareRecords.above(records.get(0), records.get(1), width);
      reason.ifPresent(words -> takeOut(0, words));
    }
  }

  /** Takes out units and the like, which stand under a header. */
  void takeOutBelow() {
    Optional<String> reason = Optional.of("");
    while (records.size() > 2 && reason.isPresent()) {
      reason = SpareRecords.below(present(records.get(1)), records.subList(2, records.size()));
      reason.ifPresent(words -> takeOut(1, words));
    }
  }

  private void takeOut(int index, String reason) {
    long line = lines.remove(index);
    edits.put(line, "");
    warnings.add(
        "line %d (%s) is no row but %s: it is left out; ⟦skip⟧ 0,0 keeps it"
            .formatted(line, SpareRecords.shown(records.remove(index)), reason));
  }

  /**
   * Takes a comment right above the first row as the header, where it can be one and the row is
   * none.
   *
   * @param texts the first lines of the file
   * @param blanks whether blanks separate cells in comments, too
   */
  void findCommentedHeader(List<String> texts, boolean blanks) {
    int above = records.isEmpty() ? 0 : Math.toIntExact(lines.get(0)) - 1;
    String last = above > 0 && above <= texts.size() ? texts.get(above - 1).strip() : "";
    char marker = dialect.comment().orElse('\0');
    if (last.isEmpty() || last.charAt(0) != marker || wanted != HeaderPresence.AUTO) {
      return;
    }
    String text = last.substring(1).strip();
    String csv = blanks ? BlankSeparated.csv(text) : text;
    String[] names = Delimiter.cells(csv, Optional.of(dialect.delimiter()));
    if (names.length > 1 && names[0].isEmpty()) {
      names[0] = String.valueOf(marker); // the column of numbers is called #
    }
    takeAsHeader(names, above);
  }

  private void takeAsHeader(String[] names, long line) {
    boolean words = Arrays.stream(names).noneMatch(n -> n.isEmpty() || isNumber(n));
    HeaderGuess own = guess();
    if (names.length == records.get(0).length && words && (own.hasNumbers() || own.doubtful())) {
      edits.put(line, csv(names));
      records.add(0, names);
      lines.add(0, line);
      notes.add("line %d names the columns".formatted(line));
    }
  }

  private static boolean isNumber(String cell) {
    return !Double.isNaN(NumberSyntax.parse(cell));
  }

  private HeaderGuess guess() {
    return HeaderGuess.of(present(records.get(0)), records.subList(1, records.size()));
  }

  /** The cells, but for those that the user calls missing. */
  private String[] present(String[] cells) {
    return Arrays.stream(cells).map(c -> missing.test(c) ? "" : c).toArray(String[]::new);
  }

  /**
   * Makes the header as long as the rows where it is clear what it lacks or has too much: R leaves
   * out the name of the row names, and a delimiter may stand behind the last cell.
   */
  void repairHeader() {
    List<String[]> rows = records.subList(Math.min(1, records.size()), records.size());
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.length != rows.get(0).length)) {
      return;
    }
    int width = rows.get(0).length;
    String[] first = records.get(0);
    boolean bare = rows.stream().allMatch(row -> row[width - 1].isEmpty());
    boolean named = Arrays.stream(first).noneMatch(cell -> cell.isEmpty() || isNumber(cell));
    boolean lacksOne = first.length == width - 1 && named;
    if (lacksOne && bare) {
      replace(Arrays.copyOf(first, width));
    } else if (lacksOne && width > 2 && haveRowNames(rows)) {
      String[] shifted = new String[width];
      System.arraycopy(first, 0, shifted, 1, width - 1);
      replace(shifted);
    } else if (first.length == width + 1 && first[width].isEmpty()) {
      replace(Arrays.copyOf(first, width));
    }
    emptyEnd = bare && width > 1;
  }

  private static boolean haveRowNames(List<String[]> rows) {
    return rows.stream().map(row -> row[0]).distinct().count() == rows.size();
  }

  private void replace(String[] header) {
    String[] cells =
        Arrays.stream(header).map(cell -> cell == null ? "" : cell).toArray(String[]::new);
    edits.put(lines.get(0), csv(cells));
    records.set(0, cells);
  }

  private String csv(String[] cells) {
    return Arrays.stream(cells)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(String.valueOf(dialect.delimiter())));
  }

  /** Whether the first record holds names, as the user says or as it seems. */
  boolean findHeader() {
    if (records.isEmpty() || wanted != HeaderPresence.AUTO) {
      return wanted == HeaderPresence.YES;
    }
    HeaderGuess guess = guess();
    doubtful = guess.doubtful();
    if (doubtful) {
      warnings.add(first() + doubt(guess));
    } else if (guess.names() && guess.hasNumbers()) {
      notes.add(
          first() + "is taken as the header though it holds numbers; ⟦header⟧ no if it is data");
    }
    return guess.names();
  }

  private String first() {
    return "line %d (%s) ".formatted(lines.get(0), SpareRecords.shown(records.get(0)));
  }

  private static String doubt(HeaderGuess guess) {
    if (!guess.hasNumbers()) {
      return guess.names()
          ? "is taken as the header, but each of its cells is also a value below it; ⟦header⟧ no if"
              + " it is data"
          : "is taken as data, as two of its cells are equal and each is also a value below it;"
              + " ⟦header⟧ yes if it is a header";
    }
    return guess.names()
        ? "is taken as the header, but may be a row with a cell that is wrong; ⟦header⟧ no if it is"
        : "is taken as data, but may be a header of numbers; ⟦header⟧ yes if it is";
  }

  /** The line of the first record, from 1. */
  long line() {
    return records.isEmpty() ? 1 : lines.get(0);
  }

  /** The new texts of lines. */
  SortedMap<Long, String> edits() {
    return edits;
  }

  /** Whether the first record may be a header or a row. */
  boolean areDoubtful() {
    return doubtful;
  }

  /** Whether the last cell of every row is empty. */
  boolean haveEmptyEnd() {
    return emptyEnd;
  }

  List<String> notes() {
    return notes;
  }

  List<String> warnings() {
    return warnings;
  }
}
