package gdtrain.report.review;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The language of a page.
 *
 * @param language as HTML names it
 * @param words from an English phrase or template to that of the language
 */
public record Phrasing(String language, UnaryOperator<String> words) {
  /** English. */
  public static final Phrasing ENGLISH = new Phrasing("en", UnaryOperator.identity());

  /** A phrase. */
  String word(String english) {
    return words.apply(english);
  }

  /** A template with what it speaks of. */
  String say(String english, Object... parts) {
    return String.format(Locale.ROOT, words.apply(english), parts);
  }
}
