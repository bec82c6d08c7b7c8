package gdtrain.report.picture;

import gdtrain.report.NumberText;
import gdtrain.report.picture.Outline.Vertex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A chart as a page of its own: the SVG, a script of a screen that tells the values at the pointer
 * or, by the arrow keys, from point to point, and a table of the curves. Its policy lets nothing be
 * loaded, and nothing run but this script.
 */
public final class HtmlPicture {
  private static final String SCRIPT =
      """
      "use strict";
      const svg = document.querySelector("svg"), told = document.querySelector("output");
      const data = JSON.parse(document.querySelector("#data").textContent);
      const NS = "http://www.w3.org/2000/svg";
      const line = svg.appendChild(document.createElementNS(NS, "path"));
      line.setAttribute("class", "axis");
      const dots = data.curves.map((curve, i) => {
        const dot = svg.appendChild(document.createElementNS(NS, "circle"));
        dot.setAttribute("class", "c" + i % data.colours);
        dot.setAttribute("fill", "none");
        dot.setAttribute("r", 4);
        return dot;
      });
      const xs = [...new Set(data.curves.flatMap(curve => curve.at.map(point => point[0])))].sort((a, b) => a - b);
      let place = xs.length;
      const nearest = (points, x) => {
        let low = 0, high = points.length - 1;
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (points[middle][0] > x) high = middle; else low = middle;
        }
        return high < 0 ? null : Math.abs(points[low][0] - x) <= Math.abs(points[high][0] - x) ? points[low] : points[high];
      };
      const tell = x => {
        const texts = [];
        data.curves.forEach((curve, i) => {
          const point = nearest(curve.at, x);
          dots[i].setAttribute("visibility", point ? "visible" : "hidden");
          if (!point) return;
          dots[i].setAttribute("cx", point[0]);
          dots[i].setAttribute("cy", point[1]);
          texts.push(curve.name + ": " + point[3] + " at " + data.x + " " + point[2]);
        });
        line.setAttribute("d", "M" + x + " " + data.top + "V" + data.bottom);
        told.textContent = texts.join("; ");
      };
      svg.addEventListener("pointermove", event => {
        const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
        place = xs.findIndex(x => x >= at.x);
        tell(Math.min(Math.max(at.x, data.left), data.right));
      });
      svg.addEventListener("keydown", event => {
        const step = {ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity}[event.key];
        if (!step || !xs.length) return;
        event.preventDefault();
        place = Math.min(Math.max(place + step, 0), xs.length - 1);
        tell(xs[place]);
      });
      """;

  private HtmlPicture() {}

  /**
   * The text of a page.
   *
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(Chart chart, Size size, Optional<Theme> theme) {
    String svg = SvgPicture.of(chart, size, theme).replaceFirst("<svg ", "<svg tabindex=\"0\" ");
    String styleOfSvg = between(svg, "<style>", "</style>");
    String style =
        theme
                .map(HtmlPicture::colours)
                .orElseGet(
                    () ->
                        colours(Theme.LIGHT)
                            + "@media(prefers-color-scheme:dark){%s}"
                                .formatted(colours(Theme.DARK)))
            + "body{margin:1rem;font:14px system-ui,sans-serif}svg{max-width:100%;height:auto}"
            + "output{display:block;min-height:1.4em}"
            + "table{border-collapse:collapse}th,td{padding:.2em .8em;text-align:right}"
            + "th:first-child{text-align:left}summary{cursor:pointer}";
    String title = SvgPicture.escaped(chart.title().isEmpty() ? "gdtrain plot" : chart.title());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s %s; \
        script-src %s; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        %s<output aria-live="polite">Point at the picture, or use the arrow keys, for values.</output>
        %s</main>
        <script type="application/json" id="data">%s</script>
        <script>%s</script>
        </body>
        </html>
        """
        .formatted(
            hash(style),
            hash(styleOfSvg),
            hash(SCRIPT),
            title,
            style,
            svg,
            table(chart),
            data(chart, size),
            SCRIPT);
  }

  private static String colours(Theme theme) {
    return "body{color:%s;background:%s}"
        .formatted(Theme.css(theme.ink()), Theme.css(theme.paper()));
  }

  private static String between(String text, String start, String end) {
    return text.substring(text.indexOf(start) + start.length(), text.indexOf(end));
  }

  /** What a policy calls a text that it lets pass. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The curves in numbers. */
  private static String table(Chart chart) {
    StringBuilder rows = new StringBuilder();
    for (Series one : chart.series()) {
      List<String> cells = new ArrayList<>();
      for (Series.Point point : new Series.Point[] {one.first(), one.lowest(), one.last()}) {
        cells.add(point == null ? "" : NumberText.text(point.y()));
        cells.add(point == null ? "" : NumberText.text(point.x()));
      }
      cells.add("%,d".formatted(one.measured()));
      cells.add("%,d".formatted(one.notFinite()));
      rows.append("<tr><th scope=\"row\">").append(SvgPicture.escaped(one.name())).append("</th>");
      cells.forEach(cell -> rows.append("<td>").append(cell).append("</td>"));
      rows.append("</tr>\n");
    }
    String x = SvgPicture.escaped(chart.xName());
    return """
        <details><summary>In numbers</summary>
        <table>
        <tr><th scope="col"></th><th scope="col">first</th><th scope="col">%s</th><th scope="col">lowest</th>\
        <th scope="col">%s</th><th scope="col">last</th><th scope="col">%s</th><th scope="col">values</th>\
        <th scope="col">NaN or infinite</th></tr>
        %s</table>
        </details>
        """
        .formatted(x, x, x, rows);
  }

  /** The points that are drawn: where, and what they say. */
  private static String data(Chart chart, Size size) {
    Outline.Frame frame = new ChartDrawing(chart, size, null).frame();
    StringJoiner curves = new StringJoiner(",");
    for (Series one : chart.series()) {
      StringJoiner points = new StringJoiner(",");
      for (Vertex vertex : Outline.of(one, frame).vertices()) {
        points.add(
            "[%s,%s,\"%s\",\"%s\"]"
                .formatted(
                    SvgPicture.number(vertex.x()),
                    SvgPicture.number(vertex.y()),
                    NumberText.text(one.x(vertex.point())),
                    NumberText.text(one.y(vertex.point()))));
      }
      curves.add("{\"name\":%s,\"at\":[%s]}".formatted(json(one.name()), points));
    }
    return "{\"x\":%s,\"left\":%s,\"right\":%s,\"top\":%s,\"bottom\":%s,\"colours\":%d,\"curves\":[%s]}"
        .formatted(
            json(chart.xName()),
            SvgPicture.number(frame.left()),
            SvgPicture.number(frame.left() + frame.width()),
            SvgPicture.number(frame.top()),
            SvgPicture.number(frame.top() + frame.height()),
            Theme.colours(),
            curves);
  }

  /** A text of which nothing ends the element that it stands in. */
  private static String json(String text) {
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
