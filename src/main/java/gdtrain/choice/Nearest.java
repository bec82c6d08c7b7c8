package gdtrain.choice;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests the name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name that means the same, or the one with the fewest edits, ignoring case, or the first
   * that it is the beginning of; empty if more than a quarter of it, or every letter, would have to
   * change: no name is better than a wrong one.
   */
  public static Optional<String> to(String written, Collection<String> names) {
    return Synonyms.of(written, names).or(() -> inLetters(written, names));
  }

  private static Optional<String> inLetters(String written, Collection<String> names) {
    int fewest = Math.min(2 + (written.length() + 1) / 4, written.length());
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      int edits = edits(written, name);
      if (edits < fewest) {
        fewest = edits;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  private static int edits(String written, String name) {
    String word = written.toLowerCase(Locale.ROOT);
    String whole = name.toLowerCase(Locale.ROOT);
    boolean begun = word.length() > 1 && whole.startsWith(word);
    return begun ? 0 : LevenshteinDistance.getDefaultInstance().apply(word, whole);
  }
}
