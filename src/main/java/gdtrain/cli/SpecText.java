package gdtrain.cli;

import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a command as a spec, in the order and groups of help: all that decide the result,
 * with their defaults, and of the others those given. One without a value is a comment.
 */
final class SpecText {
  /** What needs no quotes, neither in YAML 1.2 nor in 1.1. */
  private static final String PLAIN =
      "(?!(?i:null|true|false|yes|no|on|off|y|n)$)-?[\\p{L}\\p{N}_./]([\\p{L}\\p{N}_./+,=%:-]*[\\p{L}\\p{N}_./%])?";

  private final CommandSpec command;
  private final StringBuilder text = new StringBuilder();

  private SpecText(CommandSpec command) {
    this.command = command;
  }

  static String of(CommandSpec command) {
    return new SpecText(command).write();
  }

  private String write() {
    text.append("# gdtrain ").append(Version.gdtrain()).append(", options of ");
    text.append(command.name()).append(": key: value stands for --key value\n");
    Collection<OptionSpec> keys = SpecKeys.of(command).options().values();
    for (ArgGroupSpec group : command.argGroups()) {
      String lines =
          group.options().stream()
              .filter(keys::contains)
              .filter(option -> Settings.decides(group) || isGiven(option))
              .map(SpecText::line)
              .collect(Collectors.joining());
      if (!lines.isEmpty()) {
        text.append("\n# ").append(group.heading().replaceAll("%n|:", "")).append('\n');
        text.append(lines);
      }
    }
    return text.toString();
  }

  private boolean isGiven(OptionSpec option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  private static String line(OptionSpec option) {
    return Settings.isSet(option)
        ? "%s: %s\n".formatted(Settings.key(option), value(option.getValue()))
        : "# %s: %s\n".formatted(Settings.key(option), option.paramLabel());
  }

  private static String value(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(v -> quoted(v.toString())).toList().toString();
    }
    boolean plain = value instanceof Boolean || value.toString().matches(PLAIN);
    return plain ? value.toString() : quoted(value.toString());
  }

  /** In double quotes, on one line. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').appendCodePoint(c);
    } else if (c == ' ' || Character.isLetterOrDigit(c) || (c > ' ' && c < 127)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append("\\U%08x".formatted(c));
    }
  }
}
