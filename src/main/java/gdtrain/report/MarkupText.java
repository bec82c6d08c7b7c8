package gdtrain.report;

import gdtrain.choice.VisibleText;

/** Text as HTML and SVG hold it, wherever it came from: nothing of it is markup or script. */
public final class MarkupText {
  private MarkupText() {}

  /** A text between tags or in an attribute; what is not shown is spelled out. */
  public static String escaped(String text) {
    return VisibleText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A text as JSON, of which nothing ends the element that it stands in. */
  public static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              boolean plain = c >= ' ' && c < 0x7f && "\"\\<>&".indexOf(c) < 0;
              json.append(plain ? Character.toString(c) : "\\u%04x".formatted(c));
            });
    return json.append('"').toString();
  }
}
