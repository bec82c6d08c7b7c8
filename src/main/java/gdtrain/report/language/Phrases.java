package gdtrain.report.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The texts of a topic in one language, by key. They lie in the resource {@code
 * TOPIC.LANGUAGE.properties} beside this class, in UTF-8, with their arguments by position: {@code
 * %1$s}, and {@code %%} for a per cent sign.
 */
public final class Phrases {
  private final String file;
  private final Properties texts = new Properties();

  /** Reads the texts of a topic, such as {@code lesson}. */
  public Phrases(String topic, Language language) {
    this.file = topic + "." + language.word() + ".properties";
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no texts in " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A text with its arguments; numbers are written as in English whatever the locale.
   *
   * @throws IllegalArgumentException if there is no such text, or an argument of it is missing
   */
  public String text(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + file);
    }
    return String.format(Locale.ROOT, text, arguments);
  }
}
