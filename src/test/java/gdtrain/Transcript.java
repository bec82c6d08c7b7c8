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

  /** What is left of a run that has converged is rounding. */
  private static final double ROUNDING = 1e-6;

  /** The epoch in which that is so differs between processors. */
  private static final Pattern LAST = Pattern.compile("converged after [0-9,]+ epochs?");

  /** Of several parameters that are at the minimum but for rounding, any may be the farthest. */
  private static final Pattern FARTHEST = Pattern.compile("that of '[^']*' \\(scaled");

  private Transcript() {}

  /** Texts equal, numbers to a share of their size, or both as small as rounding. */
  static void assertSame(double share, String expected, String actual) {
    assertEquals(words(expected), words(actual));
    double[] wanted = numbers(expected);
    double[] found = numbers(actual);
    for (int i = 0; i < wanted.length; i++) {
      boolean rounding = Math.max(Math.abs(wanted[i]), Math.abs(found[i])) < ROUNDING;
      assertEquals(wanted[i], found[i], rounding ? ROUNDING : share * Math.abs(wanted[i]), actual);
    }
  }

  /** The text without its numbers, and blanks as one. */
  static String words(String text) {
    String unnamed = FARTHEST.matcher(undated(text)).replaceAll("that of one (scaled");
    return NUMBER.matcher(unnamed).replaceAll("#").replaceAll(" +", " ");
  }

  private static String undated(String text) {
    return LAST.matcher(text).replaceAll("converged");
  }

  /** The numbers in order. */
  static double[] numbers(String text) {
    return NUMBER
        .matcher(undated(text))
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
