package gdtrain.choice;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How a text names a setting: as {@code ⟦lr⟧}, whatever its reader calls it. At a shell that is
 * {@code --lr}, in Java {@code lr}; the package that prints the text knows.
 */
public final class SettingName {
  private static final Pattern NAME = Pattern.compile("⟦([a-z][a-z0-9-]*)⟧");

  private SettingName() {}

  /** A text with every setting as a reader calls it. */
  public static String worded(String text, UnaryOperator<String> name) {
    return text.indexOf('⟦') < 0
        ? text
        : NAME.matcher(text).replaceAll(found -> name.apply(found.group(1)));
  }

  /** The key of the first setting in a text. */
  public static Optional<String> first(String text) {
    return NAME.matcher(text).results().map(found -> found.group(1)).findFirst();
  }

  /** A text with the bare keys of its settings. */
  public static String plain(String text) {
    return worded(text, key -> key);
  }
}
