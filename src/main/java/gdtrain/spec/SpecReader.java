package gdtrain.spec;

import gdtrain.choice.InvalidSetting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2, of which JSON is a part, to keys with values. */
public final class SpecReader {
  private SpecReader() {}

  /**
   * The keys of a text.
   *
   * @param name of the text, for errors
   * @param content UTF-8, or UTF-16 with a byte order mark
   * @throws InvalidSetting if it is not YAML, no map of keys, empty, has a key twice, or has
   *     anchors, tags or a second document; one sentence with line and column
   */
  public static Value.Keys read(String name, byte[] content) {
    String text = text(name, content);
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      return new Document(name, new Parse(settings).parseString(text).iterator()).keys();
    } catch (MarkedYamlEngineException e) {
      throw notYaml(name, e);
    } catch (ReaderException e) {
      throw unprintable(name, text, e);
    } catch (YamlEngineException e) {
      throw new InvalidSetting(name + " is not YAML: " + e.getMessage(), e);
    }
  }

  private static String text(String name, byte[] content) {
    StringWriter text = new StringWriter();
    try (Reader reader = new YamlUnicodeReader(new ByteArrayInputStream(content))) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new InvalidSetting(name + " is not UTF-8 text; save it as UTF-8", e);
    }
    return text.toString();
  }

  private static InvalidSetting notYaml(String name, MarkedYamlEngineException e) {
    String problem = e.getProblem().lines().findFirst().orElse("");
    String sentence = "this is not YAML: " + problem;
    InvalidSetting unplaced = new InvalidSetting(name + ": " + sentence);
    return e.getProblemMark().map(m -> Document.place(name, m).fault(sentence)).orElse(unplaced);
  }

  /** The library knows only how many characters came before. */
  private static InvalidSetting unprintable(String name, String text, ReaderException e) {
    String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String lastLine = before.substring(before.lastIndexOf('\n') + 1);
    int column = lastLine.codePointCount(0, lastLine.length()) + 1;
    return new Place(name, line, column)
        .fault("YAML does not allow the character U+%04X".formatted(e.getCodePoint()));
  }
}
