package gdtrain.choice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What can be chosen by name, in the order in which help lists the names.
 *
 * @param <T> what is chosen
 */
public final class Catalog<T> {
  private final String kind;
  private final Map<String, Function<Choice, T>> makers = new LinkedHashMap<>();

  /**
   * An empty catalog.
   *
   * @param kind the key of the setting, such as {@code optimizer}
   */
  public Catalog(String kind) {
    this.kind = kind;
  }

  /**
   * Adds an entry.
   *
   * @param maker makes what the name stands for, with the settings of the choice
   */
  public Catalog<T> add(String name, Function<Choice, T> maker) {
    if (makers.put(name, maker) != null) {
      throw new IllegalStateException("two entries of " + kind + " are called " + name);
    }
    return this;
  }

  /** The names, in order. */
  public List<String> names() {
    return List.copyOf(makers.keySet());
  }

  /**
   * What a text such as {@code adam:beta1=0.8} chooses.
   *
   * @throws IllegalArgumentException if there is no such name, or a setting is unknown or wrong
   */
  public T choose(String text) {
    return make(Choice.parse(kind, text));
  }

  /** A choice as text with all its settings, defaults included. */
  public String complete(String text) {
    Choice choice = Choice.parse(kind, text);
    make(choice);
    return choice.complete();
  }

  /** A choice as text with the settings that it gives. */
  public String brief(String text) {
    Choice choice = Choice.parse(kind, text);
    make(choice);
    return choice.brief();
  }

  /** Every name with its settings at their defaults. */
  public List<String> complete() {
    return names().stream().map(this::complete).toList();
  }

  private T make(Choice choice) {
    Function<Choice, T> maker = makers.get(choice.name());
    if (maker == null) {
      throw new InvalidSetting(
          "⟦%s⟧: there is no '%s'%s The names are %s"
              .formatted(kind, choice.name(), hint(choice.name()), String.join(", ", names())));
    }
    T made = maker.apply(choice);
    choice.checkAllUsed();
    return made;
  }

  private String hint(String name) {
    return Nearest.to(name, names()).map("; did you mean '%s'?"::formatted).orElse(".");
  }
}
