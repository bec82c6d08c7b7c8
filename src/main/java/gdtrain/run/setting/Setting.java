package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.run.setting.Command.Group;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A setting: its name, the values it takes, what it is when nothing is said, and the sentence that
 * explains it. {@link Settings} has them all.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
  /** How a value is written, and what it becomes. */
  public enum Type {
    /** On or off; a Boolean. */
    FLAG,
    /** A Boolean that is on unless it is taken back. */
    NEGATABLE,
    /** One text; a String. */
    TEXT,
    /** One text of items separated by commas; a String. */
    LIST,
    /** A text that may be given again and again; a List of Strings. */
    TEXTS,
    /** An Integer. */
    INT,
    /** A Long. */
    LONG,
    /** A Double. */
    DOUBLE
  }

  private final Group group;
  private final String key;
  private final Type type;
  private final String values;

  private final Set<Command> commands = EnumSet.allOf(Command.class);
  private Optional<Character> letter = Optional.empty();
  private Optional<Supplier<List<String>>> names = Optional.empty();
  private Optional<String> standard = Optional.empty();
  private String sentence = "";
  private boolean shared;
  private boolean common;
  private boolean read;
  private boolean written;

  Setting(Group group, String key, Type type, String values) {
    this.group = group;
    this.key = key;
    this.type = type;
    this.values = values;
  }

  Setting<T> byDefault(String text) {
    standard = Optional.of(text);
    return this;
  }

  Setting<T> says(String text) {
    sentence = text;
    return this;
  }

  Setting<T> shortly(char character) {
    letter = Optional.of(character);
    return this;
  }

  /** Its sentence lists names, which are asked for by help only, since a catalog takes time. */
  Setting<T> listing(Supplier<List<String>> catalog) {
    names = Optional.of(catalog);
    return this;
  }

  Setting<T> sharedBySweep() {
    shared = true;
    return this;
  }

  Setting<T> commonly() {
    common = true;
    return this;
  }

  Setting<T> reads() {
    read = true;
    return this;
  }

  Setting<T> writes() {
    written = true;
    return this;
  }

  Setting<T> notFor(Command... others) {
    List.of(others).forEach(commands::remove);
    return this;
  }

  Setting<T> onlyFor(Command... these) {
    commands.retainAll(List.of(these));
    return this;
  }

  /** What it is about. */
  public Group group() {
    return group;
  }

  /** Its name, in lower case with hyphens; within a command no two have the same. */
  public String key() {
    return key;
  }

  /** One letter that stands for the name. */
  public Optional<Character> letter() {
    return letter;
  }

  /** How values are written. */
  public Type type() {
    return type;
  }

  /** The alternatives, separated by bars: words in lower case, what they stand for in capitals. */
  public String values() {
    return values;
  }

  /** Its value if nothing is said, as a user would write it, if it has one. */
  public Optional<String> standard() {
    return standard;
  }

  /** The sentence for help. */
  public String sentence() {
    return sentence;
  }

  /** The names that the sentence lists, if it lists some. */
  public Optional<Supplier<List<String>>> names() {
    return names;
  }

  /** Whether all runs of a sweep have the same value. */
  public boolean isShared() {
    return shared;
  }

  /** Whether it is among those that are needed most. */
  public boolean isCommon() {
    return common;
  }

  /** Whether its value may be a file to read. */
  public boolean isInput() {
    return read;
  }

  /** Whether its value is a file to write. */
  public boolean isOutput() {
    return written;
  }

  /** Whether a command that has the group takes the setting. */
  public boolean isFor(Command command) {
    return commands.contains(command);
  }

  /** Whether it has no value besides on and off. */
  public boolean isFlag() {
    return type == Type.FLAG || type == Type.NEGATABLE;
  }

  /** The name as a text refers to it; see {@link gdtrain.choice.SettingName}. */
  @Override
  public String toString() {
    return "⟦" + key + "⟧";
  }

  /**
   * The value that a text stands for.
   *
   * @throws InvalidSetting if it is none
   */
  Object parse(String text) {
    try {
      return switch (type) {
        case FLAG, NEGATABLE -> Boolean.valueOf(text);
        case TEXT, LIST, TEXTS -> text;
        case INT -> Words.whole(text).intValueExact();
        case LONG -> Words.whole(text).longValueExact();
        case DOUBLE -> OptionNumber.number(text).orElseThrow(NumberFormatException::new);
      };
    } catch (ArithmeticException | NumberFormatException e) {
      String kind = type == Type.DOUBLE ? "a number" : "a whole number";
      throw new InvalidSetting("%s takes %s, not '%s'".formatted(this, kind, text), e);
    }
  }
}
