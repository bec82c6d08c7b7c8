package gdtrain.fuzz;

import gdtrain.choice.UserError;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of settings: on every line the number of a setting as one character, then its text. */
public final class SettingFuzz {
  private static final List<Setting<?>> SETTINGS = Settings.deciding(Command.FIT).toList();

  private SettingFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", 8)) {
      if (!line.isEmpty()) {
        Setting<?> setting = SETTINGS.get(line.charAt(0) % SETTINGS.size());
        if (setting != Settings.WARM_START) { // a file, which is another target
          given.put(setting.key(), line.substring(1));
        }
      }
    }
    try {
      RunSettings settings = RunSettings.of(given);
      settings.reading().csv();
      settings.toTexts();
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }
}
