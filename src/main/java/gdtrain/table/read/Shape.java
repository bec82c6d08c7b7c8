package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.shape.BlankSeparated;
import gdtrain.table.shape.CommentLines;
import gdtrain.table.shape.EditedHead;
import gdtrain.table.shape.ForeignFormat;
import gdtrain.table.shape.JsonLines;
import gdtrain.table.shape.RewrittenLines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What shape a file has: its content as plain CSV, and what was found out on the way. Most files
 * are plain CSV and stay as they are; of others, lines are rewritten or emptied but, before the
 * last row, never removed, so that every line keeps its number.
 */
final class Shape {
  private static final int MAGIC = 64;
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");

  private final int part;
  private final Charset encoding;
  private final LineOptions lines;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Source source;
  private CsvOptions options;
  private Dialect dialect = Dialect.of(',');
  private String separation = "";
  private List<String> keys = List.of();
  private List<String> ending = List.of();
  private boolean header;
  private boolean named;
  private boolean doubtful;
  private boolean emptyEnd;
  private boolean inParts;

  private Shape(Source source, CsvOptions options, int part) {
    this.part = part;
    this.encoding = options.encoding();
    this.source = source;
    this.options = options;
    this.lines = options.lines();
  }

  /**
   * Looks at the first and the last lines of a file.
   *
   * @throws BadTable if it is in a format that is not read
   */
  static Shape of(Source source, CsvOptions options) {
    return of(source, options, Integer.MAX_VALUE);
  }

  /**
   * Looks at the first and the last lines of a file. Where it is longer than a part and may be read
   * part by part, its last lines are looked at when they are met.
   */
  static Shape of(Source source, CsvOptions options, int part) {
    Shape shape = new Shape(source, options, part);
    if (!source.files().isEmpty()) {
      shape.join(JoinedFiles.of(source.files(), options));
      return shape;
    }
    shape.refuse(ForeignFormat.ofBytes(source.head(MAGIC)));
    if (!isLikeAscii(options.encoding())) {
      shape.rewrite((number, line) -> line);
    }
    String sample = shape.sample();
    shape.refuse(ForeignFormat.ofText(sample));
    if (JsonLines.are(sample)) {
      shape.readJson();
    } else {
      shape.readText(sample);
    }
    return shape;
  }

  /** Whether line ends, commas and quotes are bytes as in ASCII. */
  private static boolean isLikeAscii(Charset charset) {
    String marks = "\r\n,\"";
    return charset.canEncode()
        && Arrays.equals(marks.getBytes(charset), marks.getBytes(StandardCharsets.US_ASCII));
  }

  private void refuse(Optional<String> format) {
    format.ifPresent(
        sentence -> {
          throw new BadTable(source.name() + " " + sentence);
        });
  }

  private String sample() {
    return Delimiter.sample(source, options);
  }

  /** Makes every line anew; the result is in UTF-8. */
  private void rewrite(RewrittenLines.Rule rule) {
    String name = source.name();
    Charset charset = options.encoding();
    source = source.changed(in -> new RewrittenLines(StrictReader.open(name, in, charset), rule));
    options = options.with(StandardCharsets.UTF_8);
  }

  private void edit(SortedMap<Long, String> edits) {
    if (!edits.isEmpty()) {
      Charset charset = options.encoding();
      source = source.changed(in -> EditedHead.of(in, edits, charset));
    }
  }

  private void join(JoinedFiles files) {
    source = source.joined(files::open);
    options = options.with(StandardCharsets.UTF_8);
    keys = files.names();
    named = files.haveNames();
    separation = files.separation();
    notes.addAll(files.notes());
    warnings.addAll(files.warnings());
  }

  private void readJson() {
    JsonLines json = new JsonLines();
    RewrittenLines.Rule note =
        (number, line) -> {
          try {
            json.add(line);
            return "";
          } catch (JsonLines.Fault e) {
            throw new BadTable(
                "%s, line %d: %s".formatted(source.name(), number, e.getMessage()), e);
          }
        };
    StrictReader text = StrictReader.open(source, options.encoding());
    try (RewrittenLines all = new RewrittenLines(text, note)) {
      all.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rewrite((number, line) -> csv(json, line));
    keys = json.keys();
    named = true;
    separation = "JSON lines";
  }

  private String csv(JsonLines json, String line) {
    try {
      return json.csv(line);
    } catch (JsonLines.Fault e) {
      throw new BadTable(source.name() + " has changed while it was read; try again", e);
    }
  }

  private void readText(String start) {
    int skipped = lines.first().orElse(0);
    edit(blank(LongStream.rangeClosed(1, skipped)));
    Optional<Character> named = takeSeparator(skipped > 0 ? sample() : start);
    String sample = skipped > 0 || named.isPresent() ? sample() : start;
    Optional<Character> delimiter = delimiter(sample, named);
    Optional<Character> comment = comment(sample, delimiter);
    inParts =
        part < Integer.MAX_VALUE
            && lines.last().orElse(0) == 0
            && ParallelReader.canCut(options.encoding(), delimiter.orElse(','))
            && source.isLongerThan(part);
    takeOutEnd(delimiter, comment);
    if (delimiter.isEmpty()) {
      rewrite((number, line) -> isComment(line, comment) ? line.strip() : BlankSeparated.csv(line));
    }
    dialect = new Dialect(delimiter.orElse(','), comment);
    separation = delimiter.map(Delimiter::name).orElse("blanks");
    readFirstRecords(sample.lines().toList(), delimiter.isEmpty());
  }

  private void readFirstRecords(List<String> texts, boolean blanks) {
    FirstRecords first = FirstRecords.of(source, options, dialect);
    if (lines.takesOutOthers()) {
      first.takeOutAbove();
    }
    first.findCommentedHeader(texts, blanks);
    first.repairHeader();
    header = first.findHeader();
    if (lines.takesOutOthers() && header) {
      first.takeOutBelow();
    }
    edit(first.edits());
    named = header;
    doubtful = first.areDoubtful();
    emptyEnd = first.haveEmptyEnd();
    notes.addAll(first.notes());
    warnings.addAll(first.warnings());
  }

  private static SortedMap<Long, String> blank(LongStream lines) {
    SortedMap<Long, String> edits = new TreeMap<>();
    lines.forEach(line -> edits.put(line, ""));
    return edits;
  }

  /** Takes out the line that names the delimiter, as Excel understands it. */
  private Optional<Character> takeSeparator(String sample) {
    long blank = sample.lines().takeWhile(String::isBlank).count();
    Matcher matcher = SEPARATOR.matcher(sample.lines().skip(blank).findFirst().orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    edit(blank(LongStream.of(blank + 1)));
    return Optional.of(matcher.group(1).charAt(0));
  }

  private Optional<Character> delimiter(String sample, Optional<Character> named) {
    if (lines.blanks() || options.delimiter().isPresent() || named.isPresent()) {
      return lines.blanks() ? Optional.empty() : options.delimiter().or(() -> named);
    }
    Optional<Character> guess = Delimiter.guess(withoutComments(sample));
    if (!guess.equals(Optional.of(','))) {
      notes.add(
          "cells are taken to be separated by %s; ⟦delimiter⟧ says otherwise"
              .formatted(guess.map(Delimiter::name).orElse("blanks")));
    }
    return guess;
  }

  /** The sample without what may be comments, unless nothing is left. */
  private String withoutComments(String sample) {
    char marker = lines.comment().orElse(CommentLines.USUAL);
    if (!lines.comments() || sample.indexOf(marker) < 0) {
      return sample;
    }
    String rows =
        sample
            .lines()
            .filter(line -> !isComment(line, Optional.of(marker)))
            .collect(Collectors.joining("\n", "", "\n"));
    return rows.isBlank() ? sample : rows;
  }

  private static boolean isComment(String line, Optional<Character> marker) {
    String text = line.stripLeading();
    return marker.isPresent() && !text.isEmpty() && text.charAt(0) == marker.get();
  }

  private Optional<Character> comment(String sample, Optional<Character> delimiter) {
    boolean told = lines.comments() && lines.comment().isEmpty();
    Optional<Character> usual = Optional.of(CommentLines.USUAL);
    if (!told || delimiter.equals(usual) || sample.indexOf(CommentLines.USUAL) < 0) {
      return lines.comment();
    }
    return CommentLines.are(sample.lines().toList(), line -> Delimiter.width(line, delimiter))
        ? usual
        : Optional.empty();
  }

  private void takeOutEnd(Optional<Character> delimiter, Optional<Character> comment) {
    if (lines.last().equals(OptionalInt.of(0))) {
      return;
    }
    CsvOptions known = options;
    Function<IntFunction<Source.Tail>, FileEnding> look =
        tails -> FileEnding.of(tails, known, delimiter, line -> isComment(line, comment));
    if (inParts) {
      source.setUnhashed();
      source = source.changed(in -> new FileEnding.Cut(in, tail -> met(look.apply(size -> tail))));
      return;
    }
    FileEnding end = look.apply(source::tail);
    if (!end.lines().isEmpty()) {
      source = source.changed(end::cutOff);
      met(end);
    }
  }

  private FileEnding met(FileEnding end) {
    ending = lines.takesOutOthers() ? end.lines() : List.of();
    return end;
  }

  /** The content as CSV; it knows the hash of the file. */
  Source source() {
    return source;
  }

  /** The encoding of the file itself, which is not always that of the content. */
  Charset encoding() {
    return encoding;
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

  /** Whether the file names its columns, in a record or otherwise. */
  boolean hasNames() {
    return named;
  }

  /** Whether the first record holds names. */
  boolean hasHeader() {
    return header;
  }

  /** Whether the header may be a row. */
  boolean hasDoubtfulHeader() {
    return doubtful;
  }

  /** Whether the last cell of every row looked at is empty. */
  boolean hasEmptyEnd() {
    return emptyEnd;
  }

  List<String> notes() {
    return notes;
  }

  /** Whether it is longer than a part and its records may be read part by part. */
  boolean isInParts() {
    return inParts;
  }

  /** What is likely a mistake in its first lines. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * What is likely a mistake in its last lines.
   *
   * @param lineEnds how many line ends the content has
   */
  List<String> endWarnings(long lineEnds) {
    List<String> all = new ArrayList<>();
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
