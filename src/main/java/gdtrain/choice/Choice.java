package gdtrain.choice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name with settings, {@code name[:key=value,...]}.
 *
 * <p>A catalog's entry reads its settings one by one, each with its default; a setting that was
 * given but never read is an error.
 */
public final class Choice {
  private final String kind;
  private final String name;
  private final Map<String, String> given;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Double> settings = new LinkedHashMap<>();

  private Choice(String kind, String name, Map<String, String> given) {
    this.kind = kind;
    this.name = name;
    this.given = given;
  }

  /**
   * Parses a choice.
   *
   * @param kind the key of the setting, such as {@code optimizer}; for errors
   * @throws IllegalArgumentException if the text is not of the form
   */
  public static Choice parse(String kind, String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Map<String, String> given = new LinkedHashMap<>();
    if (colon >= 0) {
      for (String setting : text.substring(colon + 1).split(",", -1)) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
          throw new InvalidSetting(
              "⟦%s⟧ %s: '%s' is not a setting; write %s:key=value,key=value"
                  .formatted(kind, text, setting, name));
        }
        String key = setting.substring(0, equals).strip();
        if (given.put(key, setting.substring(equals + 1).strip()) != null) {
          throw new InvalidSetting("⟦%s⟧ %s: '%s' is set twice".formatted(kind, text, key));
        }
      }
    }
    return new Choice(kind, name.strip(), given);
  }

  /** The name without settings. */
  public String name() {
    return name;
  }

  /**
   * Reads a numeric setting.
   *
   * @param key in lower case with hyphens
   * @param standard the default; NaN if the setting must be given
   * @throws IllegalArgumentException if the value is no number of the range
   */
  public double number(String key, double standard, Range range) {
    double value = standard;
    if (given.containsKey(key)) {
      value = OptionNumber.number(given.get(key)).orElse(Double.NaN); // lies in no range
    }
    if (!range.holds(value)) {
      throw new InvalidSetting(
          "⟦%s⟧ %s: %s must be %s, not '%s'"
              .formatted(kind, name, key, range, given.getOrDefault(key, "missing")));
    }
    asked.add(key);
    settings.put(key, value);
    return value;
  }

  /** Whether a setting is given. */
  public boolean has(String key) {
    asked.add(key);
    return given.containsKey(key);
  }

  /** Reads a setting that is a text, if it is given. */
  public Optional<String> text(String key) {
    asked.add(key);
    return Optional.ofNullable(given.get(key));
  }

  /**
   * Refuses settings that were given but never read.
   *
   * @throws IllegalArgumentException if there is one
   */
  public void checkAllUsed() {
    for (String key : given.keySet()) {
      if (!asked.contains(key)) {
        throw new InvalidSetting(
            "⟦%s⟧ %s has no setting '%s'; %s"
                .formatted(kind, name, key, asked.isEmpty() ? "it has none" : "it has " + offer()));
      }
    }
  }

  private String offer() {
    return asked.stream()
        .map(key -> settings.containsKey(key) ? key + "=" + digits(settings.get(key)) : key)
        .collect(Collectors.joining(","));
  }

  /** The name with all its settings, defaults included. */
  String complete() {
    return text(name, settings);
  }

  /** The name with the settings that were given. */
  String brief() {
    Map<String, Double> some = new LinkedHashMap<>(settings);
    some.keySet().retainAll(given.keySet());
    return text(name, some);
  }

  /** A name with settings as text that can be parsed again. */
  public static String text(String name, Map<String, Double> settings) {
    return settings.isEmpty() ? name : name + ":" + list(settings);
  }

  private static String list(Map<String, Double> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + digits(setting.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String digits(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole
        ? Long.toString((long) value)
        : Double.toString(value).replace(".0E", "E").replace('E', 'e');
  }
}
