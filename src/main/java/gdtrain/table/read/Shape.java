package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.NumberSyntax;
import gdtrain.table.shape.BlankSeparated;
import gdtrain.table.shape.CommentLines;
import gdtrain.table.shape.ForeignFormat;
import gdtrain.table.shape.HeaderGuess;
import gdtrain.table.shape.JsonLines;
import gdtrain.table.shape.LastLines;
import gdtrain.table.shape.SpareRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * What shape a file has: its content as plain CSV, and what was found out on the way. Most files
 * are plain CSV and stay as they are; of others, lines are rewritten or emptied but never removed,
 * so that every line keeps its number.
 */
final class Shape {
  private static final int MAGIC = 64;
  private static final int TAIL = 1 << 14;
  private static final int RECORDS = 200;
  private static final int SPARE = 20;
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");

  private final CsvOptions given;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> ending = new ArrayList<>();
  private Source source;
  private CsvOptions options;
  private Dialect dialect = Dialect.of(',');
  private String separation = "";
  private boolean emptyEnd;
  private List<String> keys = List.of();
  private HeaderGuess header = new HeaderGuess(false, false, false);

  /** A record of the sample. */
  private record Sampled(String[] cells, long line) {}

  private Shape(Source source, CsvOptions options) {
    this.source = source;
    this.given = options;
    this.options = options;
  }

  /**
   * Looks at the first and the last lines of a file.
   *
   * @throws BadTable if it is in a format that is not read
   */
  static Shape of(Source source, CsvOptions options) {
    Shape shape = new Shape(source, options);
    shape.refuse(ForeignFormat.ofBytes(source.head(MAGIC)));
    if (!isLikeAscii(options.encoding())) {
      shape.rewrite((number, line) -> line);
    }
    String sample = Delimiter.sample(shape.source, shape.options);
    shape.refuse(ForeignFormat.ofText(sample));
    if (JsonLines.are(sample)) {
      shape.readJson();
    } else {
      shape.readText(sample);
    }
    return shape;
  }

  private static boolean isLikeAscii(Charset charset) {
    return charset.canEncode()
        && Arrays.equals("\n,\"".getBytes(charset), "\n,\"".getBytes(StandardCharsets.US_ASCII));
  }

  private void refuse(Optional<String> format) {
    format.ifPresent(
        sentence -> {
          throw new BadTable(source.name() + " " + sentence);
        });
  }

  /** Makes every line anew; the result is in UTF-8. */
  private void rewrite(RewrittenLines.Rule rule) {
    String name = source.name();
    Charset charset = options.encoding();
    source = source.changed(in -> new RewrittenLines(StrictReader.open(name, in, charset), rule));
    options = options.with(StandardCharsets.UTF_8);
  }

  private void edit(TreeMap<Long, String> edits) {
    if (!edits.isEmpty()) {
      Charset charset = options.encoding();
      source = source.changed(in -> EditedHead.of(in, edits, charset));
    }
  }

  private void readJson() {
    JsonLines lines = new JsonLines();
    rewrite((number, line) -> line);
    RewrittenLines.Rule note =
        (number, line) -> {
          try {
            lines.add(line);
            return "";
          } catch (JsonLines.Fault e) {
            throw new BadTable(
                "%s, line %d: %s".formatted(source.name(), number, e.getMessage()), e);
          }
        };
    try (RewrittenLines all =
        new RewrittenLines(StrictReader.open(source, options.encoding()), note)) {
      all.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rewrite(
        (number, line) -> {
          try {
            return lines.csv(line);
          } catch (JsonLines.Fault e) {
            throw new BadTable(source.name() + " has changed while it was read; try again", e);
          }
        });
    keys = lines.keys();
    separation = "JSON lines";
  }

  private void readText(String whole) {
    String sample = skipFirst(whole);
    Optional<Character> named = separator(sample);
    if (named.isPresent()) {
      sample = blanked(sample);
    }
    Optional<Character> delimiter = delimiter(sample, named);
    Optional<Character> comment = comment(sample, delimiter);
    cut(delimiter);
    if (delimiter.isEmpty()) {
      rewrite((number, line) -> isComment(line, comment) ? line.strip() : BlankSeparated.csv(line));
    }
    dialect = new Dialect(delimiter.orElse(','), comment);
    separation = delimiter.map(Delimiter::name).orElse("blanks");
    List<Sampled> records = new ArrayList<>(sampled());
    TreeMap<Long, String> edits = new TreeMap<>();
    if (given.lines().automaticRows()) {
      takeOutAbove(records, edits);
    }
    commentedHeader(sample, records, edits);
    if (!records.isEmpty()) {
      repairHeader(records, edits);
      guessHeader(records);
    }
    if (given.lines().automaticRows() && header.names()) {
      takeOutBelow(records, edits);
    }
    edit(edits);
  }

  /** Empties the lines that the user does not want, and returns a sample without them. */
  private String skipFirst(String sample) {
    int count = given.lines().first().orElse(0);
    if (count == 0) {
      return sample;
    }
    TreeMap<Long, String> edits = new TreeMap<>();
    LongStream.rangeClosed(1, count).forEach(line -> edits.put(line, ""));
    edit(edits);
    return Delimiter.sample(source, options);
  }

  /** The delimiter that the first line names, as Excel understands it. */
  private Optional<Character> separator(String sample) {
    Optional<String> first = sample.lines().filter(line -> !line.isBlank()).findFirst();
    Matcher matcher = SEPARATOR.matcher(first.orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long line = sample.lines().takeWhile(String::isBlank).count() + 1;
    edit(new TreeMap<>(Map.of(line, "")));
    return Optional.of(matcher.group(1).charAt(0));
  }

  /** The sample with its first line that is not blank emptied. */
  private static String blanked(String sample) {
    return sample.replaceFirst("(?i)(\\A\\s*)\"?sep=[^\\r\\n]*", "$1");
  }

  private Optional<Character> delimiter(String sample, Optional<Character> named) {
    if (given.lines().blanks()) {
      return Optional.empty();
    }
    if (given.delimiter().isPresent() || named.isPresent()) {
      return given.delimiter().or(() -> named);
    }
    char marker = given.lines().comment().orElse(CommentLines.USUAL);
    boolean maybe = given.lines().comments() && sample.indexOf(marker) >= 0;
    String rows = maybe ? without(sample, marker) : sample;
    Optional<Character> guess = Delimiter.guess(rows.isBlank() ? sample : rows);
    if (!guess.equals(Optional.of(','))) {
      notes.add(
          "cells are taken to be separated by %s; ⟦delimiter⟧ says otherwise"
              .formatted(guess.map(Delimiter::name).orElse("blanks")));
    }
    return guess;
  }

  private static String without(String sample, char marker) {
    return sample
        .lines()
        .filter(line -> !isComment(line, Optional.of(marker)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean isComment(String line, Optional<Character> marker) {
    String text = line.stripLeading();
    return marker.isPresent() && !text.isEmpty() && text.charAt(0) == marker.get();
  }

  private Optional<Character> comment(String sample, Optional<Character> delimiter) {
    LineOptions lines = given.lines();
    if (!lines.comments() || delimiter.equals(Optional.of(CommentLines.USUAL))) {
      return lines.comment();
    }
    boolean usual =
        lines.comment().isEmpty()
            && sample.indexOf(CommentLines.USUAL) >= 0
            && CommentLines.are(sample.lines().toList(), line -> Delimiter.width(line, delimiter));
    return usual ? Optional.of(CommentLines.USUAL) : lines.comment();
  }

  /** Ends the content before lines that are no rows. */
  private void cut(Optional<Character> delimiter) {
    int wanted = given.lines().last().orElse(-1);
    if (wanted == 0) {
      return;
    }
    Charset charset = options.encoding();
    Source.Tail tail = source.tail(TAIL);
    for (int size = 2 * TAIL;
        wanted > 0 && tail.offset() > 0 && lines(tail, charset).size() < wanted + 2;
        size *= 2) {
      tail = source.tail(size);
    }
    List<String> lines = lines(tail, charset);
    if (tail.offset() > 0) {
      lines = lines.subList(Math.min(1, lines.size()), lines.size()); // the first is a part
    }
    int count =
        wanted > 0
            ? Math.min(wanted, lines.size())
            : LastLines.count(lines, line -> Delimiter.cells(line, delimiter));
    if (count > 0) {
      List<String> last = lines.subList(lines.size() - count, lines.size());
      long end = tail.offset() + start(tail.bytes(), count);
      source =
          source.changed(
              in -> {
                try {
                  return BoundedInputStream.builder()
                      .setInputStream(in)
                      .setMaxCount(end)
                      .setPropagateClose(true)
                      .get();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      if (wanted < 0) {
        ending.addAll(last);
      }
    }
  }

  private static List<String> lines(Source.Tail tail, Charset charset) {
    return new String(tail.bytes(), charset).lines().toList();
  }

  /** Where the last lines start, so many of them. */
  private static int start(byte[] bytes, int lines) {
    int at = bytes.length;
    for (int i = 0; i < lines; i++) {
      at -= at > 0 && bytes[at - 1] == '\n' ? 1 : 0;
      at -= at > 0 && bytes[at - 1] == '\r' ? 1 : 0;
      while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
        at--;
      }
    }
    return at;
  }

  private List<Sampled> sampled() {
    List<Sampled> sampled = new ArrayList<>();
    try (Records records = Records.open(source, options, dialect)) {
      while (sampled.size() < RECORDS && records.next()) {
        sampled.add(new Sampled(records.cells().clone(), records.line()));
      }
    }
    return sampled;
  }

  /** How many cells most records have. */
  private static int width(List<Sampled> records) {
    return records.stream()
        .collect(Collectors.groupingBy(r -> r.cells().length, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Empties titles and the like. */
  private void takeOutAbove(List<Sampled> records, TreeMap<Long, String> edits) {
    int width = width(records);
    for (int i = 0; i < SPARE && records.size() > 2; i++) {
      Sampled first = records.get(0);
      Optional<String> reason = SpareRecords.above(first.cells(), records.get(1).cells(), width);
      if (reason.isEmpty()) {
        return;
      }
      takeOut(first, reason.get(), edits);
      records.remove(0);
    }
  }

  private void takeOutBelow(List<Sampled> records, TreeMap<Long, String> edits) {
    while (records.size() > 2) {
      Sampled first = records.get(1);
      List<String[]> below = cells(records.subList(2, records.size()));
      Optional<String> reason = SpareRecords.below(first.cells(), below);
      if (reason.isEmpty()) {
        return;
      }
      takeOut(first, reason.get(), edits);
      records.remove(1);
    }
  }

  private void takeOut(Sampled record, String reason, TreeMap<Long, String> edits) {
    edits.put(record.line(), "");
    warnings.add(
        "line %d (%s) is no row, as %s: it is left out; ⟦skip⟧ 0,0 keeps it"
            .formatted(record.line(), SpareRecords.shown(record.cells()), reason));
  }

  private static List<String[]> cells(List<Sampled> records) {
    return records.stream().map(Sampled::cells).toList();
  }

  /** Takes the comment right above the first row as its header, where it can be one. */
  private void commentedHeader(String sample, List<Sampled> records, TreeMap<Long, String> edits) {
    if (dialect.comment().isEmpty() || records.isEmpty() || given.header() != HeaderPresence.AUTO) {
      return;
    }
    Sampled row = records.get(0);
    List<String> lines = sample.lines().limit(row.line() - 1).toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    if (!isComment(last, dialect.comment())) {
      return;
    }
    String text = last.substring(1).strip();
    String csv = separation.equals("blanks") ? BlankSeparated.csv(text) : text;
    String[] names = Delimiter.cells(csv, Optional.of(dialect.delimiter()));
    boolean words = Arrays.stream(names).noneMatch(n -> n.isEmpty() || n.matches("[-+.0-9eE]+"));
    HeaderGuess own = HeaderGuess.of(row.cells(), cells(records.subList(1, records.size())));
    if (names.length == row.cells().length && words && (own.hasNumbers() || own.doubtful())) {
      edits.put(row.line() - 1, csv);
      records.add(0, new Sampled(names, row.line() - 1));
      notes.add("line %d names the columns".formatted(row.line() - 1));
    }
  }

  /**
   * Makes the header as long as the rows, where it is clear which cell it lacks or has too many.
   */
  private void repairHeader(List<Sampled> records, TreeMap<Long, String> edits) {
    List<String[]> rows = cells(records.subList(1, records.size()));
    String[] first = records.get(0).cells();
    if (rows.isEmpty() || rows.stream().anyMatch(r -> r.length != rows.get(0).length)) {
      return;
    }
    int width = rows.get(0).length;
    boolean bare = rows.stream().allMatch(r -> r[width - 1].isEmpty());
    boolean named =
        Arrays.stream(first).noneMatch(c -> c.isEmpty() || !Double.isNaN(NumberSyntax.parse(c)));
    String[] repaired = first;
    if (first.length == width - 1 && named && bare) {
      repaired = Arrays.copyOf(first, width);
    } else if (first.length == width - 1 && named && width > 2 && areDifferent(rows)) {
      repaired = new String[width];
      System.arraycopy(first, 0, repaired, 1, width - 1);
    } else if (first.length == width + 1 && first[width].isEmpty()) {
      repaired = Arrays.copyOf(first, width);
    }
    if (repaired != first) {
      for (int i = 0; i < repaired.length; i++) {
        repaired[i] = repaired[i] == null ? "" : repaired[i];
      }
      edits.put(records.get(0).line(), csv(repaired));
      records.set(0, new Sampled(repaired, records.get(0).line()));
    }
    emptyEnd = bare && width > 1;
  }

  private static boolean areDifferent(List<String[]> rows) {
    return rows.stream().map(row -> row[0]).distinct().count() == rows.size();
  }

  private String csv(String[] cells) {
    return Arrays.stream(cells)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(String.valueOf(dialect.delimiter())));
  }

  private void guessHeader(List<Sampled> records) {
    Sampled first = records.get(0);
    HeaderGuess guess = HeaderGuess.of(first.cells(), cells(records.subList(1, records.size())));
    boolean names =
        given.header() == HeaderPresence.AUTO
            ? guess.names()
            : given.header() == HeaderPresence.YES;
    header = new HeaderGuess(names, guess.hasNumbers(), guess.doubtful());
    if (given.header() == HeaderPresence.AUTO
        && guess.names()
        && guess.hasNumbers()
        && !guess.doubtful()) {
      notes.add(
          "line %d (%s) is taken as the header though it holds numbers; ⟦header⟧ no if it is data"
              .formatted(first.line(), SpareRecords.shown(first.cells())));
    }
    if (given.header() == HeaderPresence.AUTO && guess.doubtful()) {
      warnings.add(doubt(first, guess));
    }
  }

  private static String doubt(Sampled first, HeaderGuess guess) {
    String shown = SpareRecords.shown(first.cells());
    if (!guess.hasNumbers()) {
      return "line %d (%s) is taken as the header, but each of its cells is also a value below it; ⟦header⟧ no if it is data"
          .formatted(first.line(), shown);
    }
    return guess.names()
        ? "line %d (%s) may be a row with a cell that is wrong; ⟦header⟧ no if it is"
            .formatted(first.line(), shown)
        : "line %d (%s) may be a header of numbers; ⟦header⟧ yes if it is"
            .formatted(first.line(), shown);
  }

  /** The content as CSV; it knows the hash of the file. */
  Source source() {
    return source;
  }

  /** How the content is read. */
  CsvOptions options() {
    return options;
  }

  Dialect dialect() {
    return dialect;
  }

  /** What separates the cells, in words. */
  String separation() {
    return separation;
  }

  /** The names of the columns, where they are not in a record. */
  List<String> keys() {
    return keys;
  }

  /** Whether the first record holds names. */
  boolean hasHeader() {
    return header.names();
  }

  /** Whether the last cell of every record looked at is empty. */
  boolean hasEmptyEnd() {
    return emptyEnd;
  }

  List<String> notes() {
    return notes;
  }

  /**
   * What is likely a mistake.
   *
   * @param lineEnds how many line ends the content has
   */
  List<String> warnings(long lineEnds) {
    List<String> all = new ArrayList<>(warnings);
    for (int i = 0; i < ending.size(); i++) {
      if (!ending.get(i).isBlank()) {
        all.add(
            "line %d (%s) is no row: it is left out; ⟦skip⟧ 0,0 keeps it"
                .formatted(lineEnds + 1 + i, CellText.quoted(ending.get(i))));
      }
    }
    return all;
  }
}
