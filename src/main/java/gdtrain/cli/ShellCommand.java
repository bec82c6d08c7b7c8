package gdtrain.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command line of the program.
 *
 * @param words without the program's name
 */
record ShellCommand(List<String> words) {
  /** Copies the words. */
  ShellCommand {
    words = List.copyOf(words);
  }

  /** What was typed, {@code fit} among it. */
  static ShellCommand typed(CommandSpec command) {
    return command.root().userObject() instanceof Main main
        ? new ShellCommand(main.arguments())
        : expanded(command);
  }

  /** The same with the options of a spec in its place. */
  static ShellCommand expanded(CommandSpec command) {
    return new ShellCommand(command.root().commandLine().getParseResult().expandedArgs());
  }

  /** An option with its value as one or two words. */
  static List<String> option(String name, String value) {
    return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
  }

  /** The same with these options set anew, where they stand or at the end. */
  ShellCommand with(Map<String, String> options) {
    ShellCommand changed = this;
    for (Map.Entry<String, String> option : options.entrySet()) {
      changed = changed.replaced(option.getKey(), option(option.getKey(), option.getValue()));
    }
    return changed;
  }

  /** The same with a flag. */
  ShellCommand with(String flag) {
    return has(flag) ? this : replaced(flag, List.of(flag));
  }

  /** The same without an option that takes a value. */
  ShellCommand without(String option) {
    return has(option) ? replaced(option, List.of()) : this;
  }

  /** Whether an option is given. */
  boolean has(String option) {
    return place(option) < end();
  }

  private ShellCommand replaced(String option, List<String> by) {
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

  /** As a shell takes it, with the program's name. */
  String text() {
    return "gdtrain " + words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_./:=,+%@-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
