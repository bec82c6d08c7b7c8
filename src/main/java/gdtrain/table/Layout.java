package gdtrain.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a file before its cells are kept.
 *
 * @param delimiter what separates cells
 * @param heading the names of the columns, and whether the file has them
 * @param numeric the indexes of columns in which text is an error
 * @param categorical the indexes of columns read as text by request
 */
record Layout(char delimiter, Heading heading, Set<Integer> numeric, Set<Integer> categorical) {

  /** Looks at the first records. */
  static Layout of(Source source, CsvOptions options) {
    char delimiter = options.delimiter().orElseGet(() -> Delimiter.guess(source, options));
    try (Records records = Records.open(source, options, delimiter)) {
      if (!records.next()) {
        throw new BadTable(source.name() + " is empty; give a file with a header and rows");
      }
      Heading heading = Heading.of(source.name(), records, options);
      List<String> names = heading.names();
      var numeric = new HashSet<>(options.numeric().resolve(names, "--numeric"));
      var categorical = new HashSet<>(options.categorical().resolve(names, "--categorical"));
      rejectBoth(names, numeric, categorical);
      return new Layout(delimiter, heading, Set.copyOf(numeric), Set.copyOf(categorical));
    }
  }

  private static void rejectBoth(
      List<String> names, Set<Integer> numeric, Set<Integer> categorical) {
    for (int column : numeric) {
      if (categorical.contains(column)) {
        throw new IllegalArgumentException(
            "column %s is given to both --numeric and --categorical; choose one"
                .formatted(Shown.quoted(names.get(column))));
      }
    }
  }

  /** Where the column with this index is. */
  Place place(Source source, int column) {
    return new Place(source.name(), heading.names().get(column), column + 1);
  }

  /** A record that has another number of cells than the first one. */
  BadTable ragged(Source source, int found, long line) {
    return new BadTable(
        "%s, line %d: %s, not %d as before; put quotes around a cell that holds the delimiter (%s) or a line end, or give --delimiter"
            .formatted(
                source.name(),
                line,
                Shown.count(found, "cell"),
                heading.names().size(),
                Delimiter.name(delimiter)));
  }

  /** What was assumed, after the summary. */
  List<String> notes(CsvOptions options) {
    List<String> notes = new ArrayList<>(heading.notes());
    if (options.delimiter().isEmpty() && delimiter != ',') {
      notes.add(
          "cells are taken to be separated by %s; --delimiter says otherwise"
              .formatted(Delimiter.name(delimiter)));
    }
    return notes;
  }
}
