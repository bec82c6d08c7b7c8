package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gdtrain.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One table however it is packed. */
class SameTableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"penguins_raw", "titanic", "digits"})
  void comesFromAFileFromGzipAndFromStandardInput(String set) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("datasets", set + ".csv"));
    Table file = read("datasets/" + set + ".csv", new byte[0]);
    Path packed = Files.write(folder.resolve("packed"), Csv.gzip(bytes));
    assertSame(file, read(packed.toString(), new byte[0]));
    assertSame(file, read("-", bytes));
    assertSame(file, read("-", Csv.gzip(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"penguins_raw", "titanic", "digits"})
  void comesFromEveryLineEndWithAndWithoutAByteOrderMark(String set) throws IOException {
    String text = Files.readString(Path.of("datasets", set + ".csv"));
    Table expected = Csv.read(text);
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      String other = text.replace("\n", end);
      for (String variant :
          new String[] {other, other.strip(), other + end + end, "\ufeff" + other}) {
        Table table = Csv.read(variant);
        assertEquals(Csv.content(expected), Csv.content(table));
        assertEquals(Csv.lines(expected), Csv.lines(table));
        if (!variant.equals(text)) {
          assertNotEquals(expected.sha256(), table.sha256());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"penguins_raw", "titanic", "digits"})
  void comesFromEveryEncodingThatHoldsIt(String set) throws IOException {
    String text = Files.readString(Path.of("datasets", set + ".csv"), UTF_8);
    for (String encoding : new String[] {"UTF-16", "UTF-16LE", "UTF-32"}) {
      var charset = java.nio.charset.Charset.forName(encoding);
      Table table = CsvReader.read(Csv.source(text.getBytes(charset)), Csv.encoding(charset));
      assertEquals(Csv.content(Csv.read(text)), Csv.content(table));
    }
  }

  private static Table read(String argument, byte[] standardInput) {
    InputStream in = new ByteArrayInputStream(standardInput);
    return CsvReader.read(Source.of(argument, in), CsvOptions.defaults());
  }

  private static void assertSame(Table expected, Table table) {
    assertEquals(Csv.content(expected), Csv.content(table));
    assertEquals(Csv.lines(expected), Csv.lines(table));
    assertEquals(expected.sha256(), table.sha256());
  }
}
