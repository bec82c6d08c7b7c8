package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.shape.PieceStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several files with the same columns as one, their rows one after the other. The columns of the
 * first file are those of all; the others may have them in another order, and another shape.
 */
final class JoinedFiles {
  private final List<Shape> shapes;
  private final List<Layout> layouts;
  private final List<Long> lineEnds = new ArrayList<>();

  private JoinedFiles(List<Shape> shapes) {
    this.shapes = shapes;
    this.layouts = shapes.stream().map(Layout::of).toList();
  }

  /**
   * Looks at all files.
   *
   * @throws BadTable if one has other columns than the first
   */
  static JoinedFiles of(List<Source> files, CsvOptions options) {
    JoinedFiles joined =
        new JoinedFiles(files.stream().map(file -> Shape.of(file, options)).toList());
    for (int i = 1; i < files.size(); i++) {
      joined.check(i);
    }
    for (int i = 0; i < files.size(); i++) {
      joined.lineEnds.add(joined.countLineEnds(i));
    }
    return joined;
  }

  private List<String> names(int index) {
    Layout layout = layouts.get(index);
    List<String> names = layout.names();
    return layout.emptyEnd() ? names.subList(0, names.size() - 1) : names;
  }

  /** The names of the columns. */
  List<String> names() {
    return names(0);
  }

  /** Whether the first file names its columns. */
  boolean haveNames() {
    return shapes.get(0).hasNames();
  }

  /** What separates cells, in words. */
  String separation() {
    return shapes.stream().map(Shape::separation).distinct().collect(Collectors.joining(" and "));
  }

  private String file(int index) {
    return shapes.get(index).source().name();
  }

  private void check(int index) {
    List<String> first = names(0);
    List<String> names = names(index);
    if (!shapes.get(index).hasNames() && names.size() == first.size()) {
      return; // by position
    }
    Set<String> here = new HashSet<>(names);
    Set<String> there = new HashSet<>(first);
    first.stream()
        .filter(name -> !here.contains(name))
        .findFirst()
        .ifPresent(name -> differ(file(index), name, file(0)));
    names.stream()
        .filter(name -> !there.contains(name))
        .findFirst()
        .ifPresent(name -> differ(file(0), name, file(index)));
  }

  private static void differ(String without, String name, String with) {
    throw new BadTable(
        "%s has no column %s, which %s has; give files with the same columns"
            .formatted(without, CellText.quoted(name), with));
  }

  /** Where each column of the first file is in another. */
  private int[] order(int index) {
    List<String> names = names(index);
    List<String> first = names(0);
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.putIfAbsent(name, places.size()));
    boolean byName = places.keySet().equals(new HashSet<>(first));
    return IntStream.range(0, first.size())
        .map(i -> byName ? places.get(first.get(i)) : i)
        .toArray();
  }

  /** The rows of all files as CSV in UTF-8, with a line for every line but no header. */
  InputStream open() {
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      parts.add(new OrderedRecords(i));
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private long countLineEnds(int index) {
    Shape shape = shapes.get(index);
    long last = 0;
    try (Records records = Records.open(shape.source(), shape.options(), shape.dialect())) {
      while (records.next()) {
        last = records.line();
      }
      return Math.max(last, records.lineEnds());
    }
  }

  /** The records of a file, which knows its hash when they have been read to the end. */
  private Records records(int index) {
    Shape shape = shapes.get(index);
    Source source = shape.source();
    CsvOptions options = shape.options();
    return new Records(
        StrictReader.open(source.name(), source.open(), options.encoding()),
        shape.dialect(),
        0,
        new Records.QuoteFaults(source, options, shape.dialect(), 0));
  }

  /** What is said of the files: how lines are counted, and what was assumed of each. */
  List<String> notes() {
    List<String> parts = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < shapes.size(); i++) {
      parts.add("%s %,d to %,d".formatted(file(i), before + 1, before + lineEnds.get(i)));
      before += lineEnds.get(i);
    }
    List<String> notes = new ArrayList<>();
    notes.add("lines are counted through all files: " + String.join(", ", parts));
    notes.addAll(layouts.get(0).notes());
    return notes;
  }

  /** What is likely a mistake in a file. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      for (String warning : shape.warnings()) {
        warnings.add(file(i) + ": " + warning);
      }
      for (String warning : shape.endWarnings(lineEnds.get(i))) {
        warnings.add(file(i) + ": " + warning);
      }
      if (i > 0 && shapes.get(0).hasNames() && !shapes.get(i).hasNames()) {
        warnings.add("%s has no header: its columns are those of %s".formatted(file(i), file(0)));
      }
    }
    return warnings;
  }

  /** The records of a file in the order of the first. */
  private final class OrderedRecords extends PieceStream {
    private final int index;
    private final int[] order;
    private Records records;
    private long line;
    private boolean ended;

    OrderedRecords(int index) {
      this.index = index;
      this.order = order(index);
    }

    @Override
    protected Optional<String> next() {
      if (ended) {
        return Optional.empty();
      }
      if (records == null) {
        records = records(index);
        if (shapes.get(index).hasHeader()) {
          records.next();
        }
      }
      StringBuilder text = new StringBuilder();
      ended = !records.next();
      String[] cells = records.cells();
      if (!ended && cells.length != layouts.get(index).names().size()) {
        throw layouts.get(index).ragged(shapes.get(index).source(), cells.length, records.line());
      }
      goTo(ended ? lineEnds.get(index) : records.line() - 1, text);
      for (int i = 0; i < order.length && !ended; i++) {
        text.append(i == 0 ? "" : ",").append(cell(cells[order[i]]));
      }
      if (ended) {
        records.close();
      } else {
        text.append('\n');
        line = records.lineEnds();
      }
      return Optional.of(text.toString());
    }

    /** A line end for each up to a line. */
    private void goTo(long end, StringBuilder text) {
      text.append("\n".repeat((int) Math.max(0, end - line)));
      line = Math.max(line, end);
    }

    private String cell(String cell) {
      boolean plain =
          !cell.isEmpty()
              && cell.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
      return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
      if (records != null) {
        records.close();
      }
    }
  }
}
