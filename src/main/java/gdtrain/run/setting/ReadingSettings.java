package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.table.Selection;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.HeaderPresence;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the bytes of the data become cells; read from the settings when a table is.
 *
 * @param values the settings
 */
public record ReadingSettings(SettingValues values) {
  /** The options of the reader where columns are numbers or categories as the settings say. */
  public CsvOptions csv() {
    return csv(
        Selection.parse(values.text(Settings.NUMERIC)),
        Selection.parse(values.text(Settings.CATEGORICAL)));
  }

  /** The options of the reader. */
  public CsvOptions csv(Selection numeric, Selection categorical) {
    Set<String> tokens = new HashSet<>(CsvOptions.defaults().missingTokens());
    tokens.addAll(Selection.parse(values.text(Settings.NA)).references());
    return new CsvOptions(
        Words.constant(HeaderPresence.class, Settings.HEADER, values),
        Selection.parse(values.text(Settings.COLUMNS)).references(),
        delimiter(),
        charset(),
        tokens,
        numeric,
        categorical,
        Optional.empty());
  }

  private Optional<Character> delimiter() {
    String delimiter = values.get(Settings.DELIMITER);
    return switch (delimiter) {
      case Settings.AUTO -> Optional.empty();
      case "tab", "\\t" -> Optional.of('\t');
      default -> {
        if (delimiter.length() != 1) {
          throw new InvalidSetting(
              "⟦delimiter⟧ takes auto, tab or one character, not '%s'".formatted(delimiter));
        }
        yield Optional.of(delimiter.charAt(0));
      }
    };
  }

  private Charset charset() {
    String encoding = values.get(Settings.ENCODING);
    try {
      return Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "⟦encoding⟧: there is no encoding '%s'; utf-8, windows-1252, iso-8859-1, big5, gbk and shift_jis are usual"
              .formatted(encoding),
          e);
    }
  }
}
