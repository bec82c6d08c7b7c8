package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.VisibleText;
import gdtrain.cli.option.ShellCommand;
import gdtrain.report.language.Language;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A file that a page goes to. */
public final class PageFile {
  private PageFile() {}

  /** The file of a setting, if it is given; checked. */
  public static Optional<OutputFile> of(
      SettingValues values, Setting<String> setting, boolean force) {
    return values
        .find(setting)
        .map(name -> checked(new OutputFile(Path.of(name), setting, force)))
        .map(
            file -> {
              file.check();
              return file;
            });
  }

  /**
   * The language of a page, if there is one.
   *
   * @throws InvalidSetting if it is asked for and there is no page
   */
  public static Optional<Language> language(SettingValues values, Optional<OutputFile> page) {
    if (values.isGiven(Settings.LANG) && page.isEmpty()) {
      throw new InvalidSetting("⟦lang⟧ has no effect without ⟦report⟧, whose page it is about");
    }
    return page.map(file -> Language.of(values.get(Settings.LANG), Settings.LANG, System.getenv()));
  }

  /** Hears what is said, worded for the command line. */
  public static Consumer<String> hearing(List<String> heard, Consumer<String> said) {
    return line -> {
      heard.add(ShellCommand.worded(line));
      said.accept(line);
    };
  }

  /**
   * Refuses a name by which nobody would know a page.
   *
   * @throws InvalidSetting that says what to do
   */
  public static OutputFile checked(OutputFile file) {
    String name = file.path().toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new InvalidSetting(
          "%s %s: a page ends with .html".formatted(file.setting(), VisibleText.of(name)));
    }
    return file;
  }
}
