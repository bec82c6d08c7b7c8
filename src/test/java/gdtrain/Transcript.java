package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a program printed, compared with what was recorded: last digits may differ between
 * processors.
 */
final class Transcript {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private Transcript() {}

  /** Texts equal, numbers to a share of their size. */
  static void assertSame(double share, String expected, String actual) {
    assertEquals(words(expected), words(actual));
    double[] wanted = numbers(expected);
    double[] found = numbers(actual);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], found[i], share * Math.abs(wanted[i]), actual);
    }
  }

  /** The text without its numbers, and blanks as one. */
  static String words(String text) {
    return NUMBER.matcher(text).replaceAll("#").replaceAll(" +", " ");
  }

  /** The numbers in order. */
  static double[] numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
