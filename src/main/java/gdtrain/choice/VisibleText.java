package gdtrain.choice;

import java.util.Locale;

/**
 * Text from files and command lines as it may be shown: what a terminal would obey or not show
 * (controls, marks of direction, line and paragraph separators, characters of no width) is spelled
 * out, such as <code>&#92;u001b</code>, and what is too long for a sentence is cut.
 */
public final class VisibleText {
  /** A quoted text of more characters is cut. */
  private static final int LONGEST_QUOTED = 100;

  /** A word, such as a path, of more characters is cut. */
  private static final int LONGEST_WORD = 200;

  /** A sentence of more characters is cut, however short its words are. */
  private static final int LONGEST_SENTENCE = 2000;

  private static final String BEHIND_QUOTE = " ,;:.)";

  private VisibleText() {}

  /** Whether a character is shown as it is. */
  public static boolean isShown(int character) {
    if (character >= ' ' && character < 0x7f) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** What stands for a character that is not shown. */
  public static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, character < 0x10000 ? "\\u%04x" : "\\U%08x", character);
    };
  }

  /** A text on one line, of characters that are shown. */
  public static String of(String text) {
    if (text.codePoints().allMatch(VisibleText::isShown)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  /** Appends a character as it is shown. */
  public static void append(StringBuilder text, int character) {
    if (isShown(character)) {
      text.appendCodePoint(character);
    } else {
      text.append(escape(character));
    }
  }

  /** A sentence in which words and texts in single quotes that are too long lose their middle. */
  public static String brief(String sentence) {
    if (sentence.length() <= LONGEST_QUOTED) {
      return sentence;
    }
    StringBuilder brief = new StringBuilder();
    for (int at = 0; at < sentence.length(); ) {
      boolean quoted = sentence.charAt(at) == '\'';
      int end = quoted ? behindQuote(sentence, at + 1) : behindWord(sentence, at);
      brief.append(cut(sentence.substring(at, end), quoted ? LONGEST_QUOTED : LONGEST_WORD));
      at = end;
    }
    return cut(brief.toString(), LONGEST_SENTENCE);
  }

  /** Where the word that starts somewhere ends, with the blank behind it. */
  private static int behindWord(String sentence, int start) {
    int blank = sentence.indexOf(' ', start);
    return blank < 0 ? sentence.length() : blank + 1;
  }

  /** Where the quoted text that starts somewhere ends; the word, if it is not closed. */
  private static int behindQuote(String sentence, int start) {
    int quote = sentence.indexOf('\'', start);
    while (quote >= 0) {
      int end = quote + 1;
      if (end == sentence.length() || BEHIND_QUOTE.indexOf(sentence.charAt(end)) >= 0) {
        return end;
      }
      quote = sentence.indexOf('\'', end);
    }
    return behindWord(sentence, start);
  }

  /** Two thirds of what is kept are the beginning. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int front = most * 2 / 3;
    int back = text.length() - (most - front);
    front -= Character.isHighSurrogate(text.charAt(front - 1)) ? 1 : 0;
    back += Character.isLowSurrogate(text.charAt(back)) ? 1 : 0;
    return text.substring(0, front) + "..." + text.substring(back);
  }
}
