package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.BadTable;
import gdtrain.table.CellFormat;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.read.TablePieces.Size;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file piece by piece is the file as a whole. */
class TablePiecesTest {
  private static final int ROWS = 3;

  /** A header and rows of a number, a text and a number. */
  private static String rows(int count) {
    StringBuilder text = new StringBuilder("a,b,c\n");
    IntStream.range(0, count).forEach(i -> text.append("%d.5,t%d,%d\n".formatted(i, i % 7, -i)));
    return text.toString();
  }

  static Stream<String> texts() {
    String rows = rows(60);
    return Stream.of(
        rows,
        rows.strip(),
        rows.replace("\n", "\r\n"),
        rows.replace("\n", "\r"),
        "\ufeff" + rows,
        rows.replace(",", "\t"),
        rows.replace(",", " "),
        rows.replace(",", ";").replace(".", ","),
        "sep=;\n" + rows.replace(",", ";"),
        rows.replace("t3", "\"t\n3, \"\"x\""),
        rows.replace("t3", "  \" 3\r\n\""),
        rows.replace("\n", "\n\n"),
        rows.replace("-7\n", "-7\n   \n\n\n\n"),
        rows.replace("-7\n", "-7\n# he said \"no, \"never\"\n"),
        rows.replace("t5", ""),
        rows.replace("-22\n", "NA\n"),
        "a title\n\n" + rows,
        rows + "Total,,17\n",
        rows + "\nMean,,17\nTotal,,17\n",
        rows + "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        rows.substring(rows.indexOf('\n') + 1));
  }

  private static CsvOptions known(Table table) {
    Map<String, CellFormat> formats = new HashMap<>();
    table.columns().forEach(column -> formats.put(column.name(), column.reading().format()));
    CsvOptions defaults = CsvOptions.defaults();
    return defaults.with(defaults.formats().with(formats));
  }

  private static List<String> rows(Table table) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder text = new StringBuilder("line " + table.line(row));
      for (Column column : table.columns()) {
        String cell =
            column instanceof NumericColumn numbers
                ? String.valueOf(numbers.value(row))
                : column.isMissing(row) ? "missing" : ((TextColumn) column).text(row);
        text.append('|').append(column.name()).append('=').append(cell);
      }
      rows.add(text.toString());
    }
    return rows;
  }

  private static List<Table> tables(TablePieces pieces) {
    List<Table> tables = new ArrayList<>();
    for (Optional<Table> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
      tables.add(piece.get());
    }
    assertTrue(pieces.ended());
    return tables;
  }

  private static TablePieces pieces(byte[] bytes, CsvOptions options, int size) {
    return TablePieces.of(Csv.source(bytes), options, new Size(ROWS, size), 2);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void haveTheRowsAndWarningsOfTheWhole(String text) {
    Table whole = Csv.read(text);
    for (int size : new int[] {100, 150, 333}) {
      try (TablePieces pieces = pieces(text.getBytes(UTF_8), known(whole), size)) {
        List<Table> tables = tables(pieces);
        List<String> warnings = new ArrayList<>(tables.get(0).warnings());
        warnings.addAll(pieces.endWarnings());
        assertEquals(rows(whole), tables.stream().flatMap(t -> rows(t).stream()).toList());
        assertEquals(whole.warnings(), warnings);
        assertTrue(tables.size() > 2, () -> tables.size() + " tables");
        tables.subList(0, tables.size() - 1).forEach(t -> assertEquals(0, t.rows() % ROWS));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32LE", "windows-1252"})
  void areReadInEncodingsThatCanBeCut(String name) {
    String text = rows(60).replace("t3", "\u00e4");
    Table whole = Csv.read(text);
    CsvOptions options = known(whole).with(Charset.forName(name));
    try (TablePieces pieces = pieces(text.getBytes(Charset.forName(name)), options, 150)) {
      List<Table> tables = tables(pieces);
      assertEquals(rows(whole), tables.stream().flatMap(t -> rows(t).stream()).toList());
      assertTrue(tables.size() > 2);
    }
  }

  @Test
  void areOneWhereOnlyTheWholeTellsHowToRead() {
    String json = "{\"a\": 1, \"b\": 2}\n".repeat(100);
    assertEquals(1, tables(pieces(json.getBytes(UTF_8), CsvOptions.defaults(), 150)).size());
    Charset big5 = Charset.forName("Big5");
    CsvOptions options = CsvOptions.defaults().with(big5);
    assertEquals(1, tables(pieces(rows(60).getBytes(big5), options, 150)).size());
    assertEquals(
        1, tables(pieces(rows(60).getBytes(UTF_8), CsvOptions.defaults(), 1 << 20)).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51.5,t2\n",
        "a,b,c\n",
        "51.5,\"t2,-51\n",
        "51.5,\"t2\"x,-51\n",
        "51.5,t2,-51\n52,\"t\n3\"x,-51\n",
        "51.5,\u0000,-51\n",
        "1e999,t2,-51\n"
      })
  void failAsTheWholeDoesFarDown(String fault) {
    String text = rows(50) + rows(950).substring(6) + fault + rows(20).substring(6);
    CsvOptions options = known(Csv.read(rows(50)));
    BadTable expected =
        assertThrows(BadTable.class, () -> CsvReader.read(Csv.source(text), options));
    for (int size : new int[] {100, 150, 333}) {
      BadTable found =
          assertThrows(BadTable.class, () -> tables(pieces(text.getBytes(UTF_8), options, size)));
      assertEquals(expected.getMessage(), found.getMessage());
    }
  }

  @Test
  void failAtAByteThatIsNoTextWithItsLine() {
    byte[] bytes = (rows(1050) + "x,\u00e4\u00e4,1\n" + rows(9)).getBytes(UTF_8);
    bytes[rows(1050).length() + 3] = 'x';
    CsvOptions options = known(Csv.read(rows(50)));
    String expected =
        assertThrows(BadTable.class, () -> CsvReader.read(Csv.source(bytes), options)).getMessage();
    assertEquals(
        expected,
        assertThrows(BadTable.class, () -> tables(pieces(bytes, options, 150))).getMessage());
    assertTrue(expected.contains("line 1052: the byte"), expected);
  }

  @Test
  void refuseNumbersThatAreWrittenOtherwiseThanAbove() {
    String whole = "a;b\n" + "1;2\n".repeat(100);
    CsvOptions options = known(Csv.read(whole));
    TablePieces pieces = pieces((whole + "1;2,5\n".repeat(9)).getBytes(UTF_8), options, 150);
    String sentence = assertThrows(BadTable.class, () -> tables(pieces)).getMessage();
    assertTrue(sentence.contains("column 'b': lines "), sentence);
    assertTrue(sentence.contains("numbers with decimal comma"), sentence);
  }

  @Test
  void keepTheWayNumbersAreWrittenInTheFirst() {
    CsvOptions options = known(Csv.read("a;b\n1;2\n3;4\n"));
    String text = "a;b\n" + "1;2,5\n".repeat(60) + "1;1,250\n".repeat(60);
    Table whole = CsvReader.read(Csv.source(text), options);
    List<Table> tables = tables(pieces(text.getBytes(UTF_8), options, 150));
    assertEquals(rows(whole), tables.stream().flatMap(t -> rows(t).stream()).toList());
  }

  @Test
  void needARow() {
    byte[] text = ("a,b\n" + "\n".repeat(1000)).getBytes(UTF_8);
    TablePieces pieces = pieces(text, CsvOptions.defaults(), 150);
    String sentence = assertThrows(BadTable.class, pieces::next).getMessage();
    assertTrue(sentence.contains("has a header but no rows"), sentence);
  }
}
