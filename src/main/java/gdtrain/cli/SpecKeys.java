package gdtrain.cli;

import gdtrain.choice.Nearest;
import gdtrain.spec.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The keys that a spec of a command may have: its options but those about the command line itself.
 *
 * @param options by key, in the order of help
 */
record SpecKeys(Map<String, OptionSpec> options) {
  private static final Set<String> COMMAND_LINE =
      Set.of("data", "help", "version", "spec", "print-spec");

  static SpecKeys of(CommandSpec command) {
    Map<String, OptionSpec> options = new LinkedHashMap<>();
    command.options().stream()
        .filter(option -> !COMMAND_LINE.contains(Settings.key(option)))
        .forEach(option -> options.put(Settings.key(option), option));
    return new SpecKeys(options);
  }

  /** Whether a list of the option's values is written with commas. */
  static boolean takesList(OptionSpec option) {
    return option.paramLabel().matches("COLUMNS|NAMES|TOKENS|[^:]*,[^:]*");
  }

  /** Whether the option is there or not, without a value. */
  static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /** The option a key stands for. */
  OptionSpec option(Entry entry) {
    String key = entry.key();
    if (COMMAND_LINE.contains(key)) {
      throw entry.place().fault("'%s' is for the command line, not for a spec".formatted(key));
    }
    if (!options.containsKey(key)) {
      throw entry.place().fault("there is no key '%s'%s".formatted(key, suggestion(key)));
    }
    return options.get(key);
  }

  private String suggestion(String key) {
    return Nearest.to(key, options.keySet())
        .map("; did you mean '%s'?"::formatted)
        .orElse("; --help of the command lists them");
  }
}
