package gdtrain.cli.option;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.SettingName;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.ValidationSettings;
import gdtrain.spec.Place;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a command was asked: its operands, and the texts of the settings that were given, on the
 * command line or in a spec, which the command line beats.
 */
public final class Invocation {
  private final Command command;
  private final List<List<String>> operands;
  private final List<String> typed;
  private final List<String> expanded;
  private final Map<Setting<?>, List<String>> texts = new LinkedHashMap<>();
  private final Map<Setting<?>, List<String>> spec = new LinkedHashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private Optional<String> specFile = Optional.empty();

  /**
   * Reads the settings of a command.
   *
   * @param typed the words of the command line as they were given
   * @param parsed what the command line says
   * @param in standard input, for a spec called {@code -}
   * @throws InvalidSetting if an option is given twice, or the spec is at fault
   */
  public Invocation(Command command, List<String> typed, ParseResult parsed, InputStream in) {
    this.command = command;
    this.typed = List.copyOf(typed);
    this.expanded = parsed.expandedArgs();
    ParseResult own = parsed.subcommand();
    this.operands =
        own.commandSpec().positionalParameters().stream().map(Invocation::text).toList();
    refuseRepeated(own);
    own.matchedOptions().stream().distinct().forEach(this::take);
    if (texts.containsKey(Settings.SPEC)) {
      specFile = Optional.of(texts.get(Settings.SPEC).get(0));
      takeSpec(specFile.get(), in);
    }
  }

  private static List<String> text(PositionalParamSpec operand) {
    Object value = operand.getValue();
    return value instanceof List<?> several
        ? several.stream().map(Object::toString).toList()
        : Optional.ofNullable(value).map(Object::toString).stream().toList();
  }

  private void refuseRepeated(ParseResult own) {
    Set<OptionSpec> once = new HashSet<>();
    for (OptionSpec option : own.matchedOptions()) {
      if (!once.add(option) && !option.isMultiValue()) {
        throw new InvalidSetting(option.longestName() + " is given twice; it has one value");
      }
    }
  }

  private void take(OptionSpec option) {
    Setting<?> setting = Settings.find(command, option.longestName().substring(2)).orElseThrow();
    List<String> given =
        setting.isFlag() ? List.of(option.getValue().toString()) : option.originalStringValues();
    texts.put(setting, List.copyOf(given));
  }

  /** Puts what the spec gives in the place of its name. */
  private void takeSpec(String file, InputStream in) {
    if (file.equals("-")) {
      checkStandardInput();
    }
    for (SpecFile.Given given : new SpecFile(command).read(file, in)) {
      if (!isBeaten(given.setting())) {
        spec.put(given.setting(), given.texts());
        places.put(given.setting().key(), given.place());
      }
    }
    Map<Setting<?>, List<String>> typedTexts = new LinkedHashMap<>(texts);
    texts.clear();
    typedTexts.forEach(
        (setting, values) -> {
          if (setting == Settings.SPEC) {
            texts.putAll(spec);
          } else {
            texts.put(setting, values);
          }
        });
  }

  /** Whether the command line says it itself; all that names the hidden layers is one thing. */
  private boolean isBeaten(Setting<?> setting) {
    List<Setting<?>> layers = List.of(Settings.HIDDEN, Settings.LAYER);
    List<Setting<?>> same = layers.contains(setting) ? layers : List.of(setting);
    return same.stream().anyMatch(texts::containsKey);
  }

  private void checkStandardInput() {
    String name = Settings.SPEC.toString();
    operands.stream()
        .flatMap(List::stream)
        .forEach(data -> ValidationSettings.checkStandardInput("DATA", data, name, "-"));
    for (Setting<?> rows : List.of(Settings.VALIDATION, Settings.TEST)) {
      String given = texts.getOrDefault(rows, List.of("")).get(0);
      ValidationSettings.checkStandardInput(rows.toString(), given, name, "-");
    }
  }

  /** The command. */
  public Command command() {
    return command;
  }

  /** The model that the command is applied to. */
  public String model() {
    return operands.get(0).get(0);
  }

  /** The models among the operands, which come before the data. */
  public List<String> models() {
    return operands.stream().limit(Math.max(0, operands.size() - 1)).flatMap(List::stream).toList();
  }

  /** The spec, if settings were given in one. */
  public Optional<String> specFile() {
    return specFile;
  }

  /** The files that words of the command line were taken from. */
  public List<String> argumentFiles() {
    return typed.stream()
        .filter(word -> word.startsWith("@"))
        .map(word -> word.substring(1))
        .toList();
  }

  /** The files of the rows that the command is applied to. */
  public List<String> data() {
    return operands.isEmpty() ? List.of() : operands.get(operands.size() - 1);
  }

  /** The texts of the settings that were given, in that order. */
  public Map<Setting<?>, List<String>> texts() {
    return texts;
  }

  /**
   * The values of the settings that were given; in a sweep, where others are several, only of those
   * that do not decide the runs.
   *
   * @throws InvalidSetting if a text is no value
   */
  public SettingValues values() {
    SettingValues values = SettingValues.none();
    for (Map.Entry<Setting<?>, List<String>> given : texts.entrySet()) {
      if (command != Command.SWEEP || !given.getKey().group().decides()) {
        values = values.with(given.getKey(), given.getValue());
      }
    }
    return values;
  }

  /** The command line as it was typed. */
  public ShellCommand typed() {
    return new ShellCommand(typed);
  }

  /** The command line with what a spec gives in the place of its name. */
  public ShellCommand expanded() {
    ShellCommand command = new ShellCommand(expanded);
    if (!command.has(Settings.SPEC)) {
      return command;
    }
    List<String> words = new ArrayList<>();
    spec.forEach(
        (setting, values) -> values.forEach(v -> words.addAll(ShellCommand.word(setting, v))));
    return command.replaced(ShellCommand.option(Settings.SPEC.key()), words);
  }

  /** A sentence with the line of the spec, if the first setting in it was given there. */
  public String placed(String sentence) {
    Optional<Place> place = SettingName.first(sentence).map(places::get);
    return place.map(p -> p + ": " + sentence).orElse(sentence);
  }
}
