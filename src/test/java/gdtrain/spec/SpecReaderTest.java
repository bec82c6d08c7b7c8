package gdtrain.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a text, and where; what is refused. */
class SpecReaderTest {
  private static List<Entry> read(String text) {
    return SpecReader.read("s.yaml", text.getBytes(StandardCharsets.UTF_8)).entries();
  }

  private static String fault(byte[] content) {
    return assertThrows(IllegalArgumentException.class, () -> SpecReader.read("s.yaml", content))
        .getMessage();
  }

  @Test
  void keysHaveTheirPlacesAndNumbersKeepTheirDigits() {
    List<Entry> entries = read("# rates\nlr: 0.010\n\n  \nna: '0.010'\n");

    Place lr = new Place("s.yaml", 2, 1);
    assertEquals(
        new Entry("lr", lr, new Value.Text(new Place("s.yaml", 2, 5), "0.010", false)),
        entries.get(0));
    assertEquals(new Value.Text(new Place("s.yaml", 5, 5), "0.010", true), entries.get(1).value());
  }

  @Test
  void listsAndKeysMayBeNested() {
    Entry layers = read("layers:\n  - units: 8\n    activation: relu\n  - {units: 4}\n").get(0);

    Value.Items items = assertInstanceOf(Value.Items.class, layers.value());
    Value.Keys first = assertInstanceOf(Value.Keys.class, items.values().get(0));
    assertEquals(List.of("units", "activation"), first.entries().stream().map(Entry::key).toList());
    assertEquals(new Place("s.yaml", 3, 5), first.entries().get(1).place());
    assertInstanceOf(Value.Keys.class, items.values().get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "on", "off", "0x10", "1_000", "2026-01-01", "12:30"})
  void wordsStayAsTheyAreWritten(String word) {
    assertEquals("'" + word + "'", read("key: " + word).get(0).value().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ~", " null", " Null", " NULL", " # nothing"})
  void aKeyMayHaveNothing(String value) {
    assertInstanceOf(Value.Nothing.class, read("key:" + value).get(0).value());
  }

  @Test
  void jsonIsYaml() {
    List<Entry> entries = read("{\n\"epochs\": 50, \"columns\": [\"a\", \"b\"]}");

    assertEquals("'50'", entries.get(0).value().toString());
    assertEquals(2, ((Value.Items) entries.get(1).value()).values().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkTellsTheEncoding(String encoding) {
    byte[] content = "\ufefftarget: größe\n".getBytes(Charset.forName(encoding));

    Entry entry = SpecReader.read("s.yaml", content).entries().get(0);
    assertEquals("'größe'", entry.value().toString());
    assertEquals(new Place("s.yaml", 1, 1), entry.place());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'[a, b]' | line 1, column 1: a spec has keys with values, such as 'epochs: 50', and this is a list",
        "'a,b\n1,2\n' | line 1, column 1: a spec has keys with values, such as 'epochs: 50', and this is 'a,b 1,2'",
        "'null' | line 1, column 1: a spec has keys with values, such as 'epochs: 50', and this is nothing",
        "'a: 1\nb: 2\na: 3' | line 3, column 1: 'a' is given twice, first in line 1",
        "'a: [{b: 1,\n b: 2}]' | line 2, column 2: 'b' is given twice, first in line 1",
        "'a: 1\n---\nb: 2' | line 2, column 1: a second document begins; a spec is one document",
        "'? [a]\n: b' | line 1, column 3: a key is a word, not a list",
        "'~: b' | line 1, column 1: a key is a word, not nothing",
        "'a: b: c' | line 1, column 5: this is not YAML: mapping values are not allowed here",
        "'{a: 3' | line 1, column 6: this is not YAML: expected ',' or '}', but got <stream end>",
        "'a: \"3' | line 1, column 6: this is not YAML: found unexpected end of stream",
        "'a: &b 3' | line 1, column 4: anchors, aliases and tags are not for a spec; write the value itself",
        "'a: *b' | line 1, column 4: anchors, aliases and tags are not for a spec; write the value itself",
        "'a: !!str 3' | line 1, column 4: anchors, aliases and tags are not for a spec; write the value itself",
        "'a: !x [3]' | line 1, column 4: anchors, aliases and tags are not for a spec; write the value itself",
        "'a: &b {c: 3}' | line 1, column 4: anchors, aliases and tags are not for a spec; write the value itself",
      })
  void refusesWithLineAndColumn(String text, String sentence) {
    assertEquals("s.yaml " + sentence, fault(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# epochs: 50\n"})
  void refusesWhatIsEmpty(String text) {
    assertEquals(
        "s.yaml is empty; a spec has keys with values, such as 'epochs: 50'",
        fault(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesBytesAndCharactersThatAreNoText() {
    assertEquals(
        "s.yaml is not UTF-8 text; save it as UTF-8",
        fault("target: größe".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(
        "s.yaml line 2, column 7: YAML does not allow the character U+0000",
        fault("😀: 1\nna: 😀é\0".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesYamlOfTheFuture() {
    String sentence = fault("%YAML 3.0\n---\na: 1".getBytes(StandardCharsets.UTF_8));

    assertTrue(sentence.startsWith("s.yaml is not YAML: "), sentence);
  }

  @Test
  void refusesDepthWithoutEnd() {
    assertEquals(
        "s.yaml line 1, column 22: nothing in a spec is nested so deeply",
        fault("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLongTextIsShownByItsBeginning() {
    String sentence = fault(("x".repeat(500) + "\n\ny").getBytes(StandardCharsets.UTF_8));

    assertTrue(sentence.endsWith("and this is '" + "x".repeat(40) + "...'"), sentence);
  }
}
