package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The settings that were given, with their values, in the order given; the others are what they are
 * when nothing is said. Nothing here changes: {@link #with} makes new values.
 */
public final class SettingValues {
  /** What stands for the name of a file in the values of a setting. */
  private static final Set<String> FILES = Set.of("FILE", "FILE|-", "MODEL");

  private final Map<Setting<?>, Given> given;

  /** The texts that were written, and what they mean. */
  private record Given(List<String> texts, Object value) {}

  private SettingValues(Map<Setting<?>, Given> given) {
    this.given = given;
  }

  /** Nothing was said. */
  public static SettingValues none() {
    return new SettingValues(Map.of());
  }

  /**
   * These values with another one.
   *
   * @param texts as a user writes them: one, but for a setting that may be given again
   * @throws InvalidSetting if a text is no value of the setting
   */
  public SettingValues with(Setting<?> setting, List<String> texts) {
    if (texts.get(0).isBlank() && FILES.contains(setting.values())) {
      throw new InvalidSetting(
          "%s takes the name of a file, not '%s'".formatted(setting, texts.get(0)));
    }
    Map<Setting<?>, Given> more = new LinkedHashMap<>(given);
    Object value =
        setting.type() == Setting.Type.TEXTS ? List.copyOf(texts) : setting.parse(texts.get(0));
    more.put(setting, new Given(List.copyOf(texts), value));
    return new SettingValues(more);
  }

  /** These values with texts that need not be values of the setting, to be shown only. */
  public SettingValues withTexts(Setting<?> setting, List<String> texts) {
    Map<Setting<?>, Given> more = new LinkedHashMap<>(given);
    more.put(setting, new Given(List.copyOf(texts), texts));
    return new SettingValues(more);
  }

  /** These values with another one. */
  public SettingValues with(Setting<?> setting, String text) {
    return with(setting, List.of(text));
  }

  /** These values and more, which beat them. */
  public SettingValues with(SettingValues others) {
    Map<Setting<?>, Given> all = new LinkedHashMap<>(given);
    all.putAll(others.given);
    return new SettingValues(all);
  }

  /** Those that are for some settings. */
  public SettingValues only(Predicate<Setting<?>> which) {
    Map<Setting<?>, Given> kept = new LinkedHashMap<>(given);
    kept.keySet().removeIf(which.negate());
    return new SettingValues(kept);
  }

  /** The settings that were given, in that order. */
  public Collection<Setting<?>> given() {
    return given.keySet();
  }

  /** Whether a setting was given. */
  public boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting);
  }

  /**
   * Refuses a setting that would change nothing.
   *
   * @param why it has no effect, such as {@code without ⟦output⟧}
   * @throws InvalidSetting if it was given
   */
  public void refuse(Setting<?> setting, String why) {
    if (isGiven(setting)) {
      throw new InvalidSetting("%s has no effect %s".formatted(setting, why));
    }
  }

  /**
   * Refuses a number below 1.
   *
   * @throws InvalidSetting if the setting has one
   */
  public void checkCount(Setting<Integer> setting) {
    Optional<Integer> count = find(setting);
    if (count.isPresent() && count.get() < 1) {
      throw new InvalidSetting("%s must be 1 or more, not %d".formatted(setting, count.get()));
    }
  }

  /** What was written for a setting; nothing if it was not given. */
  public List<String> texts(Setting<?> setting) {
    return isGiven(setting) ? given.get(setting).texts() : List.of();
  }

  /** The value of a setting, given or by default; empty if it has none. */
  @SuppressWarnings("unchecked") // the value was made for this setting
  public <T> Optional<T> find(Setting<T> setting) {
    if (isGiven(setting)) {
      return Optional.of((T) given.get(setting).value());
    }
    return setting.standard().map(text -> (T) setting.parse(text));
  }

  /** The value of a setting that always has one. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  /** The value of a text setting, empty where it has none. */
  public String text(Setting<String> setting) {
    return find(setting).orElse("");
  }

  /** The value of a setting, unless it has none or an empty text or list. */
  public Optional<Object> set(Setting<?> setting) {
    return find(setting)
        .map(value -> (Object) value)
        .filter(value -> !value.equals("") && !value.equals(List.of()));
  }
}
