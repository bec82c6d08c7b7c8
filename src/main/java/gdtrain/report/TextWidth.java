package gdtrain.report;

import org.jline.utils.WCWidth;

/**
 * How many columns of a terminal a text takes: Chinese, Japanese and Korean characters and emoji
 * take two, accents that join the letter before them none.
 */
final class TextWidth {
  /** Characters below take one column each. */
  private static final int FIRST_OTHER = 0x300;

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    return character < FIRST_OTHER ? 1 : Math.max(WCWidth.wcwidth(character), 0);
  }

  /** The longest beginning of a text that takes at most so many columns. */
  static String front(String text, int width) {
    int end = 0;
    int left = width;
    while (end < text.length()) {
      left -= of(text.codePointAt(end));
      if (left < 0) {
        break;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  /** The longest end of a text that takes at most so many columns. */
  static String back(String text, int width) {
    int start = text.length();
    int left = width;
    while (start > 0) {
      int before = text.offsetByCodePoints(start, -1);
      left -= of(text.codePointAt(before));
      if (left < 0) {
        break;
      }
      start = before;
    }
    return text.substring(start);
  }
}
