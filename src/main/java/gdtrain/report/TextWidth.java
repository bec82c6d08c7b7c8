package gdtrain.report;

import gdtrain.choice.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Text in columns of a terminal: its width, and how it is cut and wrapped. Chinese, Japanese and
 * Korean characters and emoji take two, accents that join the letter before them none. What is
 * spelled out by {@link VisibleText} takes the room of that.
 */
public final class TextWidth {
  /** Characters below take one column each. */
  private static final int FIRST_OTHER = 0x300;

  /** Replaces the middle of a name that is too long. */
  private static final String CUT = "..";

  /** No line begins with one of these, and none ends with one of {@link #STARTING}. */
  private static final String ENDING =
      "\uff0c\u3002\u3001\uff1b\uff1a\uff1f\uff01\uff09\u300d\u300f\u300b";

  private static final String STARTING = "\uff08\u300c\u300e\u300a";

  /** Separates an input and an output. */
  public static final String ARROW = " -> ";

  private TextWidth() {}

  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    if (!VisibleText.isShown(character)) {
      return VisibleText.escape(character).length();
    }
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

  /**
   * A name of at most so many columns of a terminal: if it is wider, the middle is cut out, of the
   * parts before and after an arrow.
   */
  public static String shortened(String text, int room) {
    int arrow = text.indexOf(ARROW);
    if (of(text) <= room) {
      return text;
    }
    if (arrow < 0) {
      int kept = Math.max(room - CUT.length(), 2);
      int front = (kept + 1) / 2;
      return front(text, front) + CUT + back(text, kept - front);
    }
    String to = text.substring(arrow + ARROW.length());
    int left = room - ARROW.length();
    int half = Math.min(of(to), left / 2);
    String from = shortened(text.substring(0, arrow), left - half);
    return from + ARROW + shortened(to, left - of(from));
  }

  /**
   * A sentence on lines of at most so many columns, broken at blanks; those after the first are
   * indented.
   */
  public static String broken(String sentence, int width) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : sentence.split(" ")) {
      boolean full = used > 0 && used + 1 + of(word) > width;
      String gap = full ? "\n  " : used > 0 ? " " : "";
      lines.append(gap).append(word);
      used = of(word) + (full ? 2 : used + gap.length());
    }
    return lines.toString();
  }

  /**
   * A paragraph on lines of at most so many columns, broken at blanks and beside characters that
   * take two columns, but not before a mark that ends something.
   */
  public static List<String> paragraph(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String unit : units(text)) {
      if (of(line + unit) > width && line.length() > 0) {
        lines.add(line.toString());
        line = new StringBuilder(unit.stripLeading());
      } else {
        line.append(unit);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** What is not broken, each with the blank before it. */
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    StringBuilder unit = new StringBuilder();
    int last = ' ';
    for (int character : text.codePoints().toArray()) {
      boolean joins = ENDING.indexOf(character) >= 0 || STARTING.indexOf(last) >= 0;
      boolean wide = of(character) == 2 || of(last) == 2;
      if (unit.length() > 0 && (character == ' ' || (wide && !joins && last != ' '))) {
        units.add(unit.toString());
        unit.setLength(0);
      }
      unit.appendCodePoint(character);
      last = character;
    }
    units.add(unit.toString());
    return units;
  }

  /** A formula on lines of at most so many columns, broken before operators. */
  public static List<String> wrapped(String formula, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int indent = formula.indexOf(" = ") + 1;
    for (String term : formula.split("(?= [-+=] )")) {
      if (of(line + term) > width && line.length() > indent) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent - 1));
      }
      line.append(term);
    }
    lines.add(line.toString());
    return lines;
  }
}
