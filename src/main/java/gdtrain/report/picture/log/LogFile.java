package gdtrain.report.picture.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a log as they come: separated by commas, tabs, semicolons, bars or blanks, with a
 * header, which may stand behind {@code #}, or without one; or one JSON object a line, of which
 * those with an {@code event} count if it is {@code epoch}. Nothing is kept.
 */
final class LogFile {
  private static final String DELIMITERS =
      ",\t;|"; // the first of them where several are as frequent

  private final String name;
  private final BufferedReader in;
  private final LogRows rows;
  private String comment = "";
  private long linesBefore;

  private LogFile(String name, InputStream bytes, LogRows rows) {
    this.name = name;
    this.in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    this.rows = rows;
  }

  /** What takes the rows of a log. */
  interface LogRows {
    /**
     * The names of the cells that follow; met again, or others, where a run was appended.
     *
     * @param mayGrow whether there may be more of them later
     */
    void header(List<String> names, boolean mayGrow);

    /** All names, where there are more than those of the header. */
    void more(List<String> names);

    /**
     * A row.
     *
     * @param cells as many as there are names; null where a JSON object has none of that name
     */
    void row(String[] cells, long line);
  }

  /**
   * Reads a log to its end.
   *
   * @return what is to be said of it
   * @throws BadTable if it is none
   */
  static Optional<String> read(String name, InputStream bytes, LogRows rows) {
    try {
      return new LogFile(name, bytes, rows).read();
    } catch (IOException e) {
      throw new BadTable(name + " cannot be read: " + e.getMessage() + "; check the file", e);
    }
  }

  private Optional<String> read() throws IOException {
    String first = firstLine() + "\n";
    PushbackReader all = new PushbackReader(in, first.length());
    all.unread(first.toCharArray());
    if (CellText.strip(first).startsWith("{")) {
      readJson(all);
      return Optional.empty();
    }
    Optional<Character> delimiter = delimiter(first.strip());
    return delimiter.isPresent()
        ? readCsv(all, delimiter.get())
        : readBlankSeparated(new BufferedReader(all));
  }

  /** The first line that is neither blank nor a comment. */
  private String firstLine() throws IOException {
    while (true) {
      String line = in.readLine();
      if (line == null) {
        throw new BadTable(name + " is empty; give a loss log, such as fit prints");
      }
      String unmarked = line.startsWith("\ufeff") ? line.substring(1) : line;
      String text = CellText.strip(unmarked);
      if (!text.isEmpty() && !text.startsWith("#")) {
        return unmarked;
      }
      linesBefore++;
      comment = text.startsWith("# ") ? text.substring(1) : comment;
    }
  }

  /** What separates the cells of a line; empty: blanks. */
  private static Optional<Character> delimiter(String line) {
    Optional<Character> most = Optional.empty();
    long count = 0;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      long met = line.chars().filter(c -> c == candidate).count();
      if (met > count) {
        most = Optional.of(candidate);
        count = met;
      }
    }
    return most.isPresent() || line.matches(".*\\s.*") ? most : Optional.of(',');
  }

  private Optional<String> readCsv(Reader all, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setCommentMarker('#').get();
    Header header = new Header();
    try (CSVParser parser = CSVParser.parse(all, format)) {
      for (Iterator<CSVRecord> records = parser.iterator(); hasNext(records, parser); ) {
        header.take(records.next().values(), linesBefore + parser.getCurrentLineNumber());
      }
    }
    return header.end();
  }

  private boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw new BadTable(
          "%s, line %,d: a quoted cell is not closed, or has text behind it; mend the line"
              .formatted(name, linesBefore + parser.getCurrentLineNumber()),
          e);
    }
  }

  private Optional<String> readBlankSeparated(BufferedReader all) throws IOException {
    Header header = new Header();
    long line = linesBefore;
    for (String text = all.readLine(); text != null; text = all.readLine()) {
      line++;
      String stripped = CellText.strip(text);
      boolean isComment = stripped.startsWith("#");
      String[] cells = CellText.strip(isComment ? stripped.substring(1) : stripped).split("\\s+");
      if (isComment ? header.isOther(cells) : !stripped.isEmpty()) {
        header.take(cells, line);
      }
    }
    return header.end();
  }

  /** Tells the header from the rows, and rows that are cut short from whole ones. */
  private final class Header {
    private String[] names;
    private String[] cut;
    private long cutLine;

    boolean is(String[] cells) {
      return Arrays.equals(cells, names);
    }

    void take(String[] cells, long line) {
      if (names == null || isOther(cells)) {
        whole();
        begin(cells, line);
      } else if (cells.length < names.length) {
        whole();
        cut = cells;
        cutLine = line;
      } else {
        whole();
        rows.row(checked(cells, line), line);
      }
    }

    /** Whether cells are a header, too: no numbers, and a name of the first header among them. */
    private boolean isOther(String[] cells) {
      return is(cells)
          || (Arrays.stream(cells).noneMatch(LogNumber::isNumberOrMissing)
              && Arrays.stream(cells).anyMatch(List.of(names)::contains));
    }

    private void begin(String[] cells, long line) {
      boolean numbers = Arrays.stream(cells).allMatch(LogNumber::isNumber);
      String[] above = CellText.strip(comment).split("\\s+");
      boolean named = numbers && !comment.isBlank() && above.length == cells.length;
      names = named ? above : cells.clone();
      for (int i = 0; i < names.length; i++) {
        names[i] = numbers && !named ? "c" + (i + 1) : CellText.strip(names[i]);
      }
      rows.header(List.of(names), false);
      if (numbers) {
        rows.row(cells, line);
      }
    }

    /**
     * A row of too few cells that is not the last has its place; what it lacks was not measured.
     */
    private void whole() {
      if (cut != null) {
        String[] padded = Arrays.copyOf(cut, names.length);
        Arrays.fill(padded, cut.length, names.length, "");
        rows.row(padded, cutLine);
        cut = null;
      }
    }

    private String[] checked(String[] cells, long line) {
      for (int i = names.length; i < cells.length; i++) {
        if (!cells[i].isBlank()) {
          throw new BadTable(
              "%s, line %,d has %d cells, where the header has %d; mend or delete the line"
                  .formatted(name, line, cells.length, names.length));
        }
      }
      return cells;
    }

    Optional<String> end() {
      return Optional.ofNullable(cut)
          .map(c -> "%s: line %,d, the last, is cut short and left out".formatted(name, cutLine));
    }
  }

  private void readJson(Reader all) throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(all)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw notJson(parser, null);
        }
        long line = linesBefore + parser.currentTokenLocation().getLineNr();
        Map<String, String> fields = fields(parser);
        if (!fields.isEmpty() && fields.getOrDefault("event", "epoch").equals("epoch")) {
          fields.remove("event");
          take(fields, places, line);
        }
      }
    } catch (JsonProcessingException e) {
      throw notJson(e.getLocation().getLineNr(), e);
    }
  }

  private BadTable notJson(JsonParser parser, Throwable cause) {
    return notJson(parser.currentLocation().getLineNr(), cause);
  }

  private BadTable notJson(long line, Throwable cause) {
    return new BadTable(
        "%s, line %,d is no JSON object, as the first line is; mend or delete it"
            .formatted(name, linesBefore + line),
        cause);
  }

  /** The fields of an object that are no objects or lists themselves. */
  private static Map<String, String> fields(JsonParser parser) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isScalarValue()) {
        fields.put(field, value == JsonToken.VALUE_NULL ? "" : parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return fields;
  }

  private void take(Map<String, String> fields, Map<String, Integer> places, long line) {
    boolean begun = !places.isEmpty();
    int before = places.size();
    fields.keySet().forEach(field -> places.putIfAbsent(field, places.size()));
    if (!begun) {
      rows.header(List.copyOf(places.keySet()), true);
    } else if (places.size() > before) {
      rows.more(List.copyOf(places.keySet()));
    }
    String[] cells = new String[places.size()];
    fields.forEach((field, value) -> cells[places.get(field)] = value);
    rows.row(cells, line);
  }
}
