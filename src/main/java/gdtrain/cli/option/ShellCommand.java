package gdtrain.cli.option;

import gdtrain.choice.SettingName;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command line of the program.
 *
 * @param words without the program's name
 */
public record ShellCommand(List<String> words) {
  /** Copies the words. */
  public ShellCommand {
    words = List.copyOf(words);
  }

  /** The command that trains with these settings. */
  public static ShellCommand fit(List<String> data, SettingValues values) {
    List<String> words = new ArrayList<>(List.of("fit"));
    words.addAll(data);
    for (Setting<?> setting : values.given()) {
      for (String text : values.texts(setting)) {
        words.addAll(
            setting.isFlag()
                ? List.of(flag(setting, Boolean.parseBoolean(text)))
                : option(option(setting.key()), text));
      }
    }
    return new ShellCommand(words);
  }

  private static String flag(Setting<?> setting, boolean on) {
    return option(on ? setting.key() : "no-" + setting.key());
  }

  /** A value of a setting as one word. */
  static List<String> word(Setting<?> setting, String text) {
    if (!setting.isFlag()) {
      return List.of(option(setting.key()) + "=" + text);
    }
    boolean on = Boolean.parseBoolean(text);
    boolean said = on || setting.type() == Setting.Type.NEGATABLE;
    return said ? List.of(flag(setting, on)) : List.of();
  }

  /** An option with its value as one or two words. */
  private static List<String> option(String name, String value) {
    return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
  }

  /** This command with other values for settings, where they stand or at the end. */
  public ShellCommand with(Map<String, String> settings) {
    ShellCommand changed = this;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String name = option(setting.getKey());
      changed = changed.replaced(name, option(name, setting.getValue()));
    }
    return changed;
  }

  /** This command with a flag. */
  public ShellCommand withFlag(Setting<Boolean> flag) {
    String name = option(flag.key());
    return has(name) ? this : replaced(name, List.of(name));
  }

  /** This command without a setting that takes a value. */
  public ShellCommand without(Setting<?> setting) {
    String name = option(setting.key());
    return has(name) ? replaced(name, List.of()) : this;
  }

  /** Whether a setting stands on it. */
  public boolean has(Setting<?> setting) {
    return has(option(setting.key()));
  }

  private boolean has(String option) {
    return place(option) < end();
  }

  /** This command with other words in the place of an option that takes a value. */
  ShellCommand replaced(String option, List<String> by) {
    List<String> changed = new ArrayList<>(words);
    int at = place(option);
    if (at < end() && changed.remove(at).equals(option)) {
      changed.remove(at);
    }
    changed.addAll(at, by);
    return new ShellCommand(changed);
  }

  /** Where an option stands, {@link #end} if nowhere. */
  private int place(String option) {
    int at = 0;
    while (at < end() && !isOption(words.get(at), option)) {
      at++;
    }
    return at;
  }

  private static boolean isOption(String word, String option) {
    return word.equals(option) || word.startsWith(option + "=");
  }

  /** Behind it there are no options. */
  private int end() {
    int dashes = words.indexOf("--");
    return dashes < 0 ? words.size() : dashes;
  }

  /** The program as it was called, for a shell; the launcher tells. */
  public static String program() {
    String called = System.getenv("GDTRAIN_COMMAND");
    return called == null || called.isEmpty() ? "gdtrain" : quoted(called);
  }

  /** As a shell takes it, with the program's name. */
  public String text() {
    return program()
        + " "
        + words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_./:=,+%@-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The option of a setting. */
  static String option(String key) {
    return "--" + key;
  }

  /** A text in which settings are called by their options. */
  public static String worded(String text) {
    return SettingName.worded(text, ShellCommand::option);
  }
}
