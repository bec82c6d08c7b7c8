package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.ColumnLocation;
import gdtrain.table.NumberSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the first records tell of a CSV file: how its cells are separated, and its columns.
 *
 * @param delimiter what separates cells
 * @param hasHeader whether the first record holds names
 * @param names of the columns, all different
 * @param unnamed the indexes of columns whose cell in the header is empty
 * @param rules what is said about columns
 * @param notes what was assumed
 * @param warnings what is likely a mistake
 */
record Layout(
    char delimiter,
    boolean hasHeader,
    List<String> names,
    Set<Integer> unnamed,
    ColumnRules rules,
    List<String> notes,
    List<String> warnings) {
  Layout {
    unnamed = Set.copyOf(unnamed);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Looks at the first records. */
  static Layout of(Source source, CsvOptions options) {
    char delimiter = options.delimiter().orElseGet(() -> Delimiter.guess(source, options));
    try (Records records = Records.open(source, options, delimiter)) {
      if (!records.next()) {
        throw new BadTable(source.name() + " is empty; give a file with a header and rows");
      }
      boolean hasHeader = hasHeader(records.cells(), options.header());
      List<String> notes = new ArrayList<>();
      List<String> names = names(source.name(), records, hasHeader, options, notes);
      if (options.delimiter().isEmpty() && delimiter != ',') {
        notes.add(
            "cells are taken to be separated by %s; ⟦delimiter⟧ says otherwise"
                .formatted(Delimiter.name(delimiter)));
      }
      ColumnRules rules = new ColumnRules(options.formats(), names);
      Set<Integer> unnamed = unnamed(hasHeader, records.cells(), options);
      return new Layout(delimiter, hasHeader, names, unnamed, rules, notes, List.of());
    }
  }

  private static Set<Integer> unnamed(boolean hasHeader, String[] first, CsvOptions options) {
    boolean named = hasHeader && options.columnNames().isEmpty();
    return IntStream.range(0, named ? first.length : 0)
        .filter(i -> first[i].isEmpty())
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean hasHeader(String[] first, HeaderPresence header) {
    return switch (header) {
      case YES -> true;
      case NO -> false;
      case AUTO -> Arrays.stream(first).noneMatch(c -> Double.isFinite(NumberSyntax.parse(c)));
    };
  }

  private static List<String> names(
      String file, Records first, boolean hasHeader, CsvOptions options, List<String> notes) {
    if (!options.columnNames().isEmpty()) {
      return given(file, first, options.columnNames());
    }
    return hasHeader ? named(file, first, notes) : numbered(first, options.header(), notes);
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
            : "line %d holds a number and is taken as data, not as a header"
                .formatted(first.line());
    String remedy =
        header == HeaderPresence.NO ? "" : ", ⟦header⟧ yes if line " + first.line() + " is one";
    notes.add(reason + ": " + range + "; ⟦columns⟧ gives other names" + remedy);
    return IntStream.rangeClosed(1, columns).mapToObj(k -> "c" + k).toList();
  }

  private static List<String> named(String file, Records first, List<String> notes) {
    List<String> names = new ArrayList<>(List.of(first.cells()));
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, free("c" + (i + 1), names));
        notes.add("column %d has no name and is called %s".formatted(i + 1, names.get(i)));
      }
    }
    rejectDuplicates(file, first.line(), names);
    return List.copyOf(names);
  }

  private static String free(String name, List<String> taken) {
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

  /** Whether a record is the header once more, as where files were put one after another. */
  boolean isHeaderAgain(String[] cells) {
    return hasHeader && cells.length > 1 && names.equals(Arrays.asList(cells));
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
                Delimiter.name(delimiter)));
  }

  /** "1 row", "2 rows". */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
