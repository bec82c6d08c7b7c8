package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.format.CellFormats;
import gdtrain.table.format.MissingCells;
import gdtrain.table.read.CsvOptions.HeaderPresence;
import gdtrain.table.store.Storage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Shorthands for tests: tables from strings, and options that differ from the defaults in one. */
public final class Csv {
  private static final CsvOptions DEFAULTS = CsvOptions.defaults();

  private Csv() {}

  public static Source source(byte[] bytes) {
    return Source.of("-", new ByteArrayInputStream(bytes));
  }

  /** The same, for which there is so much memory; the rest is in the usual folder. */
  public static Source source(byte[] bytes, long memory) {
    Storage storage = new Storage(memory, Storage.temporaryFolder());
    return Source.of("-", new ByteArrayInputStream(bytes), storage);
  }

  public static Source source(String text) {
    return source(text.getBytes(UTF_8));
  }

  public static Table read(String text) {
    return read(text, DEFAULTS);
  }

  public static Table read(String text, CsvOptions options) {
    return CsvReader.read(source(text), options);
  }

  /** The sentence with which reading fails, less the file name. */
  public static String fault(String text) {
    return fault(text, DEFAULTS);
  }

  public static String fault(String text, CsvOptions options) {
    return fault(text.getBytes(UTF_8), options);
  }

  public static String fault(byte[] bytes, CsvOptions options) {
    String sentence =
        assertThrows(BadTable.class, () -> CsvReader.read(source(bytes), options)).getMessage();
    return sentence.replaceFirst("^standard input,? ?", "");
  }

  public static CsvOptions header(HeaderPresence header) {
    return columns(header);
  }

  public static CsvOptions columns(HeaderPresence header, String... names) {
    return options(header, List.of(names), Optional.empty(), UTF_8, Set.of(), "", "");
  }

  public static CsvOptions delimiter(char delimiter) {
    return options(HeaderPresence.AUTO, List.of(), Optional.of(delimiter), UTF_8, Set.of(), "", "");
  }

  public static CsvOptions encoding(Charset encoding) {
    return options(HeaderPresence.AUTO, List.of(), Optional.empty(), encoding, Set.of(), "", "");
  }

  /** These tokens on top of the usual ones. */
  public static CsvOptions missing(String... tokens) {
    return options(HeaderPresence.AUTO, List.of(), Optional.empty(), UTF_8, Set.of(tokens), "", "");
  }

  public static CsvOptions kinds(String numeric, String categorical) {
    return options(
        HeaderPresence.AUTO, List.of(), Optional.empty(), UTF_8, Set.of(), numeric, categorical);
  }

  private static CsvOptions options(
      HeaderPresence header,
      List<String> names,
      Optional<Character> delimiter,
      Charset encoding,
      Set<String> tokens,
      String numeric,
      String categorical) {
    return new CsvOptions(
        header,
        names,
        delimiter,
        encoding,
        MissingCells.USUAL.and(List.copyOf(tokens)),
        CellFormats.of(Selection.parse(numeric), Selection.parse(categorical)),
        Optional.empty(),
        LineOptions.automatic());
  }

  /** The cells of a column as text, "NA" where missing. */
  public static List<String> cells(Column column) {
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      cells.add(cell(column, row));
    }
    return cells;
  }

  private static String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return "NA";
    }
    return column instanceof NumericColumn numbers
        ? Double.toString(numbers.value(row))
        : ((TextColumn) column).text(row);
  }

  /** Everything of a table but its name and hash: names, kinds, cells. */
  public static List<String> content(Table table) {
    return table.columns().stream()
        .map(c -> c.name() + " " + c.getClass().getSimpleName() + " " + cells(c))
        .toList();
  }

  /** All that a table says. */
  public static List<Object> everything(Table table) {
    List<Object> all = new ArrayList<>(content(table));
    all.add(lines(table));
    all.add(table.notes());
    all.add(table.sha256());
    return all;
  }

  public static List<Long> lines(Table table) {
    List<Long> lines = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      lines.add(table.line(row));
    }
    return lines;
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
