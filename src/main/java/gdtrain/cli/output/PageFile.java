package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.VisibleText;
import gdtrain.cli.option.ShellCommand;
import gdtrain.report.language.Language;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A page that is asked for: its file, its language, and what it hears of all that is said. */
public final class PageFile {
  private final OutputFile file;
  private final Language language;
  private final List<String> heard = new ArrayList<>();

  private PageFile(OutputFile file, Language language) {
    this.file = file;
    this.language = language;
  }

  /**
   * The page whose file a setting names, if it is given; the file is checked.
   *
   * @throws InvalidSetting if the file cannot be one, or a language is given and there is no page
   */
  public static Optional<PageFile> of(
      SettingValues values, Setting<String> setting, boolean force) {
    Optional<OutputFile> file =
        values.find(setting).map(name -> checked(new OutputFile(Path.of(name), setting, force)));
    file.ifPresent(OutputFile::check);
    if (file.isEmpty()) {
      values.refuse(Settings.LANG, "without ⟦report⟧, whose page it is about");
    }
    return file.map(
        found ->
            new PageFile(
                found, Language.of(values.get(Settings.LANG), Settings.LANG, System.getenv())));
  }

  /**
   * Refuses a name by which nobody would know a page.
   *
   * @throws InvalidSetting that says what to do
   */
  static OutputFile checked(OutputFile file) {
    String name = file.path().toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new InvalidSetting(
          "%s %s: a page ends with .html".formatted(file.setting(), VisibleText.of(name)));
    }
    return file;
  }

  /** Hears what is said, worded for the command line. */
  public Consumer<String> hearing(Consumer<String> said) {
    return line -> {
      heard.add(ShellCommand.worded(line));
      said.accept(line);
    };
  }

  /** What was said so far. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** Writes the page. */
  public void write(Function<Language, String> page) {
    file.write(page.apply(language).getBytes(StandardCharsets.UTF_8));
  }
}
