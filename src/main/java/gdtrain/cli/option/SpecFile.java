package gdtrain.cli.option;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import gdtrain.choice.WholeFile;
import gdtrain.run.Version;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Command.Group;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.spec.Entry;
import gdtrain.spec.Place;
import gdtrain.spec.SpecReader;
import gdtrain.spec.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings from a YAML file: the keys are their names, and {@code layers} is a list of the hidden
 * layers. What is wrong with it is wrong usage, as wrong options are.
 *
 * @param command whose settings it may have, but for those about the spec itself
 */
public record SpecFile(Command command) {
  /** The key for hidden layers with settings of their own. */
  public static final String LAYERS = "layers";

  /** Bytes; a spec is written by hand. */
  private static final int LONGEST = 1 << 20;

  private static final String UNITS = "units";
  private static final List<String> LAYER_SETTINGS = List.of("activation", "l2", "dropout");

  /**
   * A setting in a spec.
   *
   * @param texts as they would be given on a command line
   * @param place where its value stands
   */
  record Given(Setting<?> setting, List<String> texts, Place place) {}

  /**
   * The settings in a file.
   *
   * @param file its name, or {@code -}
   * @param in standard input
   */
  List<Given> read(String file, InputStream in) {
    List<Given> given = new ArrayList<>();
    for (Entry entry : keys(file, in).entries()) {
      boolean layers = entry.key().equals(LAYERS) && keys().contains(Settings.LAYER.key());
      Setting<?> setting = layers ? Settings.LAYER : setting(entry);
      List<String> texts = layers ? layers(entry) : texts(setting, entry);
      if (!texts.isEmpty()) {
        given.add(new Given(setting, texts, entry.value().place()));
      }
    }
    return given;
  }

  private static Value.Keys keys(String file, InputStream in) {
    String name = file.equals("-") ? "standard input" : file;
    if (file.isBlank()) {
      throw new InvalidSetting("⟦spec⟧ takes the name of a file, not '%s'".formatted(file));
    }
    try (InputStream content = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
      return SpecReader.read(name, WholeFile.read(content, LONGEST));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new InvalidSetting(
          "⟦spec⟧: %s does not exist; check the name and the current directory".formatted(name), e);
    } catch (IOException e) {
      throw new InvalidSetting("⟦spec⟧: %s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** The spec of what a command was asked. */
  public static String text(Invocation invocation) {
    return new SpecText(invocation).text();
  }

  /** The keys that a spec of the command may have, in the order of help, but for the layers. */
  public List<String> keys() {
    return Settings.of(command)
        .filter(setting -> setting.group() != Group.SPEC)
        .map(Setting::key)
        .toList();
  }

  private Setting<?> setting(Entry entry) {
    String key = entry.key();
    if (List.of("data", "help", "version", "spec", "print-spec").contains(key)) {
      throw entry.place().fault("'%s' is for the command line, not for a spec".formatted(key));
    }
    return Settings.find(command, key)
        .orElseThrow(
            () ->
                entry
                    .place()
                    .fault(
                        "there is no key '%s'%s"
                            .formatted(
                                key,
                                Nearest.to(key, keys())
                                    .map("; did you mean '%s'?"::formatted)
                                    .orElse("; ⟦help⟧ of the command lists them"))));
  }

  /** What would be given for a setting; nothing for a flag that is off. */
  private List<String> texts(Setting<?> setting, Entry entry) {
    Value value = entry.value();
    if (value instanceof Value.Nothing) {
      throw value
          .place()
          .fault("'%s' has no value; write one or leave it out".formatted(entry.key()));
    }
    if (setting.isFlag()) {
      return flag(setting, entry);
    }
    if (value instanceof Value.Items items && OptionModel.isMultiple(command, setting)) {
      return items.values().stream().map(item -> text(entry, item, "a list of values")).toList();
    }
    if (value instanceof Value.Items items && setting.type() == Setting.Type.LIST) {
      return List.of(commaSeparated(entry, items));
    }
    return List.of(text(entry, value, "one value"));
  }

  private static List<String> flag(Setting<?> setting, Entry entry) {
    if (!(entry.value() instanceof Value.Text text)
        || text.quoted()
        || !text.text().matches("true|false")) {
      throw entry
          .value()
          .place()
          .fault("'%s' takes true or false, not %s".formatted(entry.key(), entry.value()));
    }
    boolean said = text.text().equals("true") || setting.type() == Setting.Type.NEGATABLE;
    return said ? List.of(text.text()) : List.of();
  }

  /** As an option takes it: an item with a comma or a quote is quoted as in CSV. */
  private static String commaSeparated(Entry entry, Value.Items items) {
    return items.values().stream()
        .map(item -> text(entry, item, "a list of values"))
        .map(
            item ->
                item.matches("(?s).*[,\"\n\r].*") ? "\"" + item.replace("\"", "\"\"") + "\"" : item)
        .collect(Collectors.joining(","));
  }

  private static String text(Entry entry, Value value, String takes) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw value.place().fault("'%s' takes %s, not %s here".formatted(entry.key(), takes, value));
  }

  /** Such as {@code 16:activation=relu} for {@code {units: 16, activation: relu}}. */
  private static List<String> layers(Entry entry) {
    if (!(entry.value() instanceof Value.Items items) || items.values().isEmpty()) {
      throw entry
          .value()
          .place()
          .fault("'layers' takes a list with a layer each, not %s".formatted(entry.value()));
    }
    return items.values().stream().map(SpecFile::layer).toList();
  }

  private static String layer(Value value) {
    if (value instanceof Value.Text units) {
      return units.text();
    }
    if (!(value instanceof Value.Keys keys)) {
      throw value.place().fault("a layer is its units, or keys with values, not " + value);
    }
    String units = "";
    List<String> settings = new ArrayList<>();
    for (Entry entry : keys.entries()) {
      String text = text(entry, entry.value(), "one value");
      if (entry.key().equals(UNITS)) {
        units = text;
      } else {
        settings.add(known(entry) + "=" + text);
      }
    }
    if (units.isEmpty()) {
      throw value.place().fault("the layer has no 'units'");
    }
    return settings.isEmpty() ? units : units + ":" + String.join(",", settings);
  }

  private static String known(Entry entry) {
    if (LAYER_SETTINGS.contains(entry.key())) {
      return entry.key();
    }
    List<String> names = new ArrayList<>(LAYER_SETTINGS);
    names.add(0, UNITS);
    throw entry
        .place()
        .fault(
            "a layer has no '%s'%s"
                .formatted(
                    entry.key(),
                    Nearest.to(entry.key(), names)
                        .map("; did you mean '%s'?"::formatted)
                        .orElse("; it has " + String.join(", ", names))));
  }

  /**
   * The settings of a command as a spec, in the order and groups of help: all that decide the
   * result, with their defaults, and of the others those given. One without a value is a comment.
   */
  private static final class SpecText {
    /** What needs no quotes, neither in YAML 1.2 nor in 1.1. */
    private static final String PLAIN =
        "(?!(?i:null|true|false|yes|no|on|off|y|n)$)-?[\\p{L}\\p{N}_./]([\\p{L}\\p{N}_./+,=%:-]*[\\p{L}\\p{N}_./%])?";

    private static final Set<Group> LOOKS =
        Set.of(Group.EXPLANATION, Group.POINT, Group.CHECK, Group.TERRAIN);

    private final Invocation invocation;
    private final Command command;
    private final SettingValues values;

    private SpecText(Invocation invocation) {
      this.invocation = invocation;
      this.command = invocation.command();
      this.values = invocation.values();
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      text.append("# gdtrain ").append(Version.gdtrain()).append(", options of ");
      text.append(command.word()).append(": key: value stands for --key value\n");
      for (Group group : groups()) {
        String lines =
            Settings.of(command, group).stream()
                .filter(setting -> group != Group.SPEC && group != Group.ALONE)
                .filter(s -> group.decides() || invocation.texts().containsKey(s))
                .map(this::line)
                .collect(Collectors.joining());
        if (!lines.isEmpty()) {
          text.append("\n# ").append(command.heading(group)).append('\n').append(lines);
        }
      }
      return text.toString();
    }

    /** Those of every run come before those of a look into one. */
    private List<Group> groups() {
      return command.groups().stream().sorted(Comparator.comparing(LOOKS::contains)).toList();
    }

    private String line(Setting<?> setting) {
      return value(setting)
          .map(value -> "%s: %s\n".formatted(setting.key(), yaml(value)))
          .orElseGet(() -> "# %s: %s\n".formatted(setting.key(), label(setting)));
    }

    private static String label(Setting<?> setting) {
      return setting.isFlag() ? "<" + setting.key() + ">" : setting.values();
    }

    private Optional<Object> value(Setting<?> setting) {
      if (!setting.group().decides() || command != Command.SWEEP) {
        return values.set(setting);
      }
      List<String> given = invocation.texts().getOrDefault(setting, List.of());
      return OptionModel.isMultiple(command, setting) && !given.isEmpty()
          ? Optional.of(given)
          : given.stream().findFirst().map(text -> setting.isFlag() ? Boolean.valueOf(text) : text);
    }

    private static String yaml(Object value) {
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
}
