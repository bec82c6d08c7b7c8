package gdtrain.report.html;

import gdtrain.report.MarkupText;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a page. The first cell of a row is its header, numbers stand at the right.
 *
 * @param header the names of the columns
 * @param rows as many cells each
 */
public record HtmlTable(List<String> header, List<List<String>> rows) {
  /** Copies the lists. */
  public HtmlTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table with this row behind the others. */
  public HtmlTable with(String... cells) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.of(cells));
    return new HtmlTable(header, more);
  }

  /** Its element. It may be wider than the page, and is then moved by itself. */
  String markup() {
    StringBuilder text =
        new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
    for (int i = 0; i < header.size(); i++) {
      text.append(
          element(
              isText(i) ? "th scope=\"col\" class=\"text\"" : "th scope=\"col\"", header.get(i)));
    }
    text.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr>").append(element("th scope=\"row\"", row.get(0)));
      row.subList(1, row.size()).forEach(cell -> text.append(element(cell(cell), cell)));
      text.append("</tr>\n");
    }
    return text.append("</tbody>\n</table></div>\n").toString();
  }

  /** Whether a column has texts. */
  private boolean isText(int column) {
    return !rows.isEmpty() && rows.stream().noneMatch(row -> isNumber(row.get(column)));
  }

  private static String cell(String text) {
    return isNumber(text) ? "td" : "td class=\"text\"";
  }

  private static boolean isNumber(String text) {
    return text.isEmpty() || text.matches("-|-?[0-9][0-9.,]*(e-?[0-9]+)?( %)?");
  }

  private static String element(String tag, String text) {
    return "<%s>%s</%s>".formatted(tag, MarkupText.escaped(text), tag.substring(0, 2));
  }
}
