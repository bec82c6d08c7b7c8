package gdtrain.cli;

import gdtrain.choice.Catalog;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.Schedules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command that decide its result, and their names as keys. */
final class Settings {
  /** The headings of their groups. */
  private static final List<String> DECIDING =
      List.of(
          "%nReading:%n",
          "%nColumns:%n",
          "%nNetwork:%n",
          "%nLoss and descent:%n",
          "%nValidation:%n",
          "%nStopping:%n");

  private Settings() {}

  /** Whether the options of a group decide the result. */
  static boolean decides(ArgGroupSpec group) {
    return DECIDING.contains(group.heading());
  }

  /** The long name without dashes. */
  static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  /** Whether an option has a value, given or by default. */
  static boolean isSet(OptionSpec option) {
    Object value = option.getValue();
    return value != null && !value.equals("") && !value.equals(List.of());
  }

  /** What decides the result, as it was given or by default, in the order of help. */
  static Map<String, Object> deciding(CommandSpec command) {
    Map<String, Object> settings = new LinkedHashMap<>();
    command.argGroups().stream()
        .filter(Settings::decides)
        .flatMap(group -> group.options().stream())
        .filter(Settings::isSet)
        .forEach(option -> settings.put(key(option), option.getValue()));
    settings.computeIfPresent("optimizer", (key, text) -> complete(Optimizers.CATALOG, text));
    settings.computeIfPresent("schedule", (key, text) -> complete(Schedules.CATALOG, text));
    return settings;
  }

  private static Object complete(Catalog<?> catalog, Object text) {
    return Automatic.WORD.equals(text) ? text : catalog.complete(text.toString());
  }

  /** The same as texts. */
  static Map<String, String> texts(CommandSpec command) {
    Map<String, String> texts = new LinkedHashMap<>();
    deciding(command).forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }
}
