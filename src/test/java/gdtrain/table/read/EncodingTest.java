package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final String TEXT = "größe,名前\n1,😀\n2,é\n";

  @Test
  void skipsAByteOrderMark() {
    assertEquals(List.of("größe", "名前"), Csv.read("\ufeff" + TEXT).columnNames());
    assertEquals(List.of("a"), Csv.read("\ufeff\"a\"\n1\n").columnNames());
  }

  @Test
  void readsTheEncodingAskedFor() {
    List<String> expected = Csv.content(Csv.read(TEXT));
    assertEquals(expected, content(TEXT, UTF_16LE, UTF_16LE));
    assertEquals(expected, content(TEXT, UTF_16BE, UTF_16));
    assertEquals(expected, content("\ufeff" + TEXT, UTF_16LE, UTF_16));
    assertEquals(expected, content("\ufeff" + TEXT, UTF_16BE, UTF_16));
    assertEquals(expected, content("\ufeff" + TEXT, UTF_16LE, UTF_16LE));
    assertEquals(
        List.of("größe NumericColumn [1.0]"), content("größe\n1\n", ISO_8859_1, ISO_8859_1));
  }

  @Test
  void readsAnEncodingThatEndsInAShift() {
    Charset japanese = Charset.forName("ISO-2022-JP");
    assertEquals(List.of("x TextColumn [名前]"), content("x\n名前", japanese, japanese));
  }

  @Test
  void saysHowToReadUtf16() {
    assertEquals(
        "line 1: the file starts with the byte order mark of UTF-16LE but is read as UTF-8; give"
            + " encoding UTF-16",
        Csv.fault(("\ufeff" + TEXT).getBytes(UTF_16LE), CsvOptions.defaults()));
    assertTrue(
        Csv.fault(TEXT.getBytes(UTF_16LE), CsvOptions.defaults()).contains("encoding UTF-16LE"));
  }

  @Test
  void saysWhenUtf8IsReadAsSomethingElse() {
    assertEquals(
        "line 1: the file starts with the byte order mark of UTF-8 but is read as ISO-8859-1; give"
            + " encoding UTF-8",
        Csv.fault(("\ufeff" + TEXT).getBytes(UTF_8), Csv.encoding(ISO_8859_1)));
  }

  @Test
  void namesTheLineOfBytesThatAreNotText() {
    String rest =
        " is not UTF-8 here; give the encoding of the file: encoding windows-1252 for Western Europe,"
            + " big5 or gbk for Chinese, shift_jis for Japanese";
    assertEquals("line 3: the byte E9" + rest, latin("a\r\nb\r\ncaf\u00e9\r\n"));
    assertEquals("line 1: the byte E9" + rest, latin("\u00e9"));
    assertEquals(
        "line 30002: the byte FC" + rest, latin("x\n" + "1234\n".repeat(30000) + "\u00fc"));
    assertEquals("line 2: the byte F0" + rest, latin("x\n\u00f0\u009f\u0098"));
  }

  @Test
  void saysThatAFileLooksBinary() {
    String sentence =
        "line 1: the file looks binary; give a CSV text file, or encoding UTF-16LE if it is such"
            + " text";
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0};
    byte[] gzipInGzip = Csv.gzip(Csv.gzip("a,b\n1,2\n".getBytes(UTF_8)));
    for (byte[] binary : List.of(png, elf, gzipInGzip)) {
      assertEquals(sentence, Csv.fault(binary, CsvOptions.defaults()));
    }
    assertTrue(Csv.fault("a,b\n1,2\n3,\0\n").startsWith("line 3: the file looks binary"));
    assertTrue(Csv.fault(png, Csv.encoding(ISO_8859_1)).contains("looks binary"));
  }

  @Test
  void namesAFaultBeforeTheByteThatIsNoText() {
    String rows = "a,b\n" + "1,2\n".repeat(50_000) + "1,2,3\n";
    for (String binary : List.of("\0", "1,\0\n", "\u0001\u00e9")) {
      assertTrue(latin(rows + binary).startsWith("line 50002: 3 cells"), latin(rows + binary));
    }
  }

  @Test
  void countsLinesAcrossBuffersForEveryLineEnd() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = "x" + end + ("1" + end).repeat(40_000);
      Table table = Csv.read(text);
      assertEquals(40_001, table.line(table.rows() - 1));
      assertTrue(latin(text + "\u00e9").startsWith("line 40002: "));
    }
  }

  @Test
  void readsLongTextsOfFourByteCharacters() {
    String smiles = "😀".repeat(50_001);
    Table table = Csv.read("a,b\n1,x" + smiles + "\n");
    assertEquals("x" + smiles, ((TextColumn) table.columns().get(1)).text(0));
  }

  private static String latin(String text) {
    return Csv.fault(text.getBytes(ISO_8859_1), CsvOptions.defaults());
  }

  private static List<String> content(String text, Charset written, Charset read) {
    return Csv.content(CsvReader.read(Csv.source(text.getBytes(written)), Csv.encoding(read)));
  }
}
