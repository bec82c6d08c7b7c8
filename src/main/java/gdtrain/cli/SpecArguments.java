package gdtrain.cli;

import gdtrain.spec.Entry;
import gdtrain.spec.Value;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** The arguments that a key with its value stands for. */
final class SpecArguments {
  private final OptionSpec option;
  private final Entry entry;

  private SpecArguments(OptionSpec option, Entry entry) {
    this.option = option;
    this.entry = entry;
  }

  /** Such as {@code --lr=0.01} for {@code lr: 0.01}. */
  static List<String> of(OptionSpec option, Entry entry) {
    return new SpecArguments(option, entry).arguments();
  }

  private List<String> arguments() {
    Value value = entry.value();
    if (value instanceof Value.Nothing) {
      throw value
          .place()
          .fault("'%s' has no value; write one or leave it out".formatted(entry.key()));
    }
    if (SpecKeys.isFlag(option)) {
      return flag(value);
    }
    if (value instanceof Value.Items items && option.isMultiValue()) {
      return items.values().stream().map(v -> name() + "=" + item(v)).toList();
    }
    if (value instanceof Value.Items items && SpecKeys.takesList(option)) {
      return List.of(name() + "=" + commaSeparated(items));
    }
    return List.of(name() + "=" + text(value));
  }

  private List<String> flag(Value value) {
    if (!(value instanceof Value.Text text)
        || text.quoted()
        || !text.text().matches("true|false")) {
      throw value.place().fault("'%s' takes true or false, not %s".formatted(entry.key(), value));
    }
    boolean on = text.text().equals("true");
    if (option.negatable()) {
      return List.of((on ? "--" : "--no-") + entry.key());
    }
    return on ? List.of(name()) : List.of();
  }

  private String name() {
    return option.longestName();
  }

  /** As an option takes it: an item with a comma or a quote is quoted as in CSV. */
  private String commaSeparated(Value.Items items) {
    return items.values().stream()
        .map(this::item)
        .map(
            item ->
                item.matches("(?s).*[,\"\n\r].*") ? "\"" + item.replace("\"", "\"\"") + "\"" : item)
        .collect(Collectors.joining(","));
  }

  private String text(Value value) {
    return text(value, "takes one value");
  }

  private String item(Value value) {
    return text(value, "takes a list of values");
  }

  private String text(Value value, String takes) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw value.place().fault("'%s' %s, not %s here".formatted(entry.key(), takes, value));
  }
}
