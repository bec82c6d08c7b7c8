package gdtrain.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The names of the columns.
 *
 * @param present whether the first record is a header
 * @param names one for each column, all different
 * @param notes what was assumed
 */
record Heading(boolean present, List<String> names, List<String> notes) {

  /** Judges the first record. */
  static Heading of(String file, Records first, CsvOptions options) {
    boolean present =
        switch (options.header()) {
          case YES -> true;
          case NO -> false;
          case AUTO -> !holdsNumber(first.cells());
        };
    if (!options.columnNames().isEmpty()) {
      return given(present, file, first, options.columnNames());
    }
    return present ? named(file, first) : numbered(first, options.header());
  }

  /** Whether a record is the header once more, as where files were put one after another. */
  boolean isRepeatedBy(String[] cells) {
    return present && cells.length > 1 && names.equals(Arrays.asList(cells));
  }

  /** Whether a record of numbers and missing cells can repeat the header. */
  boolean isOfNumbers(CsvOptions options) {
    return present
        && names.stream()
            .allMatch(n -> options.isMissing(n) || !Double.isNaN(NumberSyntax.parse(n)));
  }

  private static boolean holdsNumber(String[] cells) {
    for (String cell : cells) {
      if (Double.isFinite(NumberSyntax.parse(cell))) {
        return true;
      }
    }
    return false;
  }

  private static Heading given(boolean present, String file, Records first, List<String> names) {
    if (names.size() != first.cells().length) {
      throw new BadTable(
          "%s, line %d: the record has %s but --columns gives %s; give one name for each"
              .formatted(
                  file,
                  first.line(),
                  Shown.count(first.cells().length, "cell"),
                  Shown.count(names.size(), "name")));
    }
    return new Heading(present, names, List.of());
  }

  private static Heading numbered(Records first, Header header) {
    int columns = first.cells().length;
    List<String> names = IntStream.rangeClosed(1, columns).mapToObj(k -> "c" + k).toList();
    String range =
        columns == 1 ? "the column is named c1" : "the columns are named c1 to c" + columns;
    String reason =
        header == Header.NO
            ? "there is no header"
            : "line %d holds a number and is taken as data, not as a header"
                .formatted(first.line());
    String remedy = header == Header.NO ? "" : ", --header yes if line " + first.line() + " is one";
    return new Heading(
        false, names, List.of(reason + ": " + range + "; --columns gives other names" + remedy));
  }

  private static Heading named(String file, Records first) {
    List<String> notes = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(first.cells()));
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, free("c" + (i + 1), names));
        notes.add("column %d has no name and is called %s".formatted(i + 1, names.get(i)));
      }
    }
    rejectDuplicates(file, first.line(), names);
    return new Heading(true, List.copyOf(names), List.copyOf(notes));
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
            "%s, line %d: columns %d and %d are both named %s; rename one, give all names with --columns, or --header no if the line is data"
                .formatted(file, line, earlier, i + 1, Shown.quoted(names.get(i))));
      }
    }
  }
}
