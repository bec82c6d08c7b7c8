package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.ColumnLocation;
import gdtrain.table.NumberSyntax;
import gdtrain.table.format.ColumnRules;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the first records tell of a CSV file: how its cells are separated, and its columns.
 *
 * @param dialect how cells and comments are marked
 * @param hasHeader whether the first record holds names
 * @param names of the columns, all different
 * @param unnamed the indexes of columns whose cell in the header is empty
 * @param rules what is said about columns
 * @param doubtful whether the header may be a row
 * @param emptyEnd whether the last column has no name and, as far as was looked, no value
 * @param notes what was assumed
 */
record Layout(
    Dialect dialect,
    boolean hasHeader,
    List<String> names,
    Set<Integer> unnamed,
    ColumnRules rules,
    boolean doubtful,
    boolean emptyEnd,
    List<String> notes) {
  Layout {
    unnamed = Set.copyOf(unnamed);
    notes = List.copyOf(notes);
  }

  /** Looks at a source and its first records. */
  static Layout of(Source source, CsvOptions options) {
    return of(Shape.of(source, options));
  }

  /** Looks at the first record. */
  static Layout of(Shape shape) {
    Source source = shape.source();
    CsvOptions options = shape.options();
    try (Records records = Records.open(source, options, shape.dialect())) {
      if (!records.next()) {
        throw new BadTable(source.name() + " is empty; give a file with a header and rows");
      }
      List<String> notes = new ArrayList<>();
      List<String> names = names(shape, records, notes);
      notes.addAll(shape.notes());
      ColumnRules rules = new ColumnRules(options.formats(), names);
      String[] first = records.cells();
      boolean named = shape.hasHeader() && options.columnNames().isEmpty();
      Set<Integer> unnamed =
          IntStream.range(0, named ? first.length : 0)
              .filter(i -> first[i].isEmpty())
              .boxed()
              .collect(Collectors.toSet());
      boolean emptyEnd = shape.hasEmptyEnd() && first[first.length - 1].isEmpty();
      return new Layout(
          shape.dialect(),
          shape.hasHeader(),
          names,
          unnamed,
          rules,
          shape.hasDoubtfulHeader(),
          emptyEnd,
          notes);
    }
  }

  private static List<String> names(Shape shape, Records first, List<String> notes) {
    String file = shape.source().name();
    List<String> given = shape.options().columnNames();
    if (!given.isEmpty() && shape.source().files().isEmpty()) {
      return given(file, first, shape.hasEmptyEnd() ? withEnd(given, first) : given);
    }
    if (!shape.keys().isEmpty()) {
      return shape.keys();
    }
    return shape.hasHeader()
        ? named(file, first, shape.hasEmptyEnd(), notes)
        : numbered(first, shape.options().header(), notes);
  }

  /** The names given, and one for an empty last column that nobody would name. */
  private static List<String> withEnd(List<String> given, Records first) {
    int columns = first.cells().length;
    List<String> names = new ArrayList<>(given);
    if (given.size() == columns - 1) {
      names.add(free("c" + columns, given));
    }
    return names;
  }

  private static List<String> given(String file, Records first, List<String> names) {
    if (names.size() != first.cells().length) {
      throw new BadTable(
          "%s, line %d: the record has %s but ⟦columns⟧ gives %s; give one name for each"
              .formatted(
                  file,
                  first.line(),
                  count(first.cells().length, "cell"),
                  count(names.size(), "name")));
    }
    return names;
  }

  private static List<String> numbered(Records first, HeaderPresence header, List<String> notes) {
    int columns = first.cells().length;
    String range =
        columns == 1 ? "the column is named c1" : "the columns are named c1 to c" + columns;
    String reason =
        header == HeaderPresence.NO
            ? "there is no header"
            : "line %d %sis taken as data, not as a header"
                .formatted(first.line(), holdsNumber(first.cells()) ? "holds a number and " : "");
    String remedy =
        header == HeaderPresence.NO ? "" : ", ⟦header⟧ yes if line " + first.line() + " is one";
    notes.add(reason + ": " + range + "; ⟦columns⟧ gives other names" + remedy);
    return IntStream.rangeClosed(1, columns).mapToObj(k -> "c" + k).toList();
  }

  private static boolean holdsNumber(String[] cells) {
    return Arrays.stream(cells).anyMatch(cell -> Double.isFinite(NumberSyntax.parse(cell)));
  }

  private static List<String> named(
      String file, Records first, boolean emptyEnd, List<String> notes) {
    List<String> names = new ArrayList<>(List.of(first.cells()));
    Set<String> taken = new HashSet<>(names);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, free("c" + (i + 1), taken));
        taken.add(names.get(i));
        if (!emptyEnd || i < names.size() - 1) {
          notes.add("column %d has no name and is called %s".formatted(i + 1, names.get(i)));
        }
      }
    }
    rejectDuplicates(file, first.line(), names);
    return List.copyOf(names);
  }

  private static String free(String name, Collection<String> taken) {
    return taken.contains(name) ? free(name + "_", taken) : name;
  }

  private static void rejectDuplicates(String file, long line, List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer earlier = positions.putIfAbsent(names.get(i), i + 1);
      if (earlier != null) {
        throw new BadTable(
            "%s, line %d: columns %d and %d are both named %s; rename one, give all names with ⟦columns⟧, or ⟦header⟧ no if the line is data"
                .formatted(file, line, earlier, i + 1, CellText.quoted(names.get(i))));
      }
    }
  }

  /** This layout with other rules. */
  Layout with(ColumnRules others) {
    return new Layout(dialect, hasHeader, names, unnamed, others, doubtful, emptyEnd, notes);
  }

  /** What separates cells. */
  char delimiter() {
    return dialect.delimiter();
  }

  /** Whether a record is the header once more, as where files were put one after another. */
  boolean isHeaderAgain(String[] cells) {
    return hasHeader && !doubtful && cells.length > 1 && names.equals(Arrays.asList(cells));
  }

  /** Whether a record of numbers and missing cells can repeat the header. */
  boolean hasHeaderOfNumbers(CsvOptions options) {
    return hasHeader
        && names.stream()
            .allMatch(n -> options.missing().contains(n) || !Double.isNaN(NumberSyntax.parse(n)));
  }

  /** Where the column with this index is. */
  ColumnLocation location(Source source, int column) {
    return new ColumnLocation(source.name(), names.get(column), column + 1);
  }

  /** The fault of a record that has another number of cells than the first one. */
  BadTable ragged(Source source, int found, long line) {
    return new BadTable(
        "%s, line %d: %s, not %d as before; put quotes around a cell that holds the delimiter (%s) or a line end, or give ⟦delimiter⟧"
            .formatted(
                source.name(),
                line,
                count(found, "cell"),
                names.size(),
                Delimiter.name(delimiter())));
  }

  /** "1 row", "2 rows". */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
