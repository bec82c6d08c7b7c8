package gdtrain.report.html;

import gdtrain.report.MarkupText;
import gdtrain.report.NumberText;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.PageChart;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of a page that tells the values at the pointer or, by the arrow keys, from point to
 * point, and can be seen over a linear or a logarithmic y axis; with a table of its curves.
 *
 * @param caption above it; empty where the chart has a title
 * @param chart as it is seen first
 * @param size in pixels, where there is room
 * @param switches whether it can be seen over the other axis, where all values are above 0
 */
public record ChartFigure(String caption, Chart chart, Size size, boolean switches) {
  private static final String SCRIPT =
      """
      "use strict";
      for (const figure of document.querySelectorAll("figure.chart")) {
        const data = JSON.parse(figure.querySelector("[type='application/json']").textContent);
        const svg = figure.querySelector("svg"), told = figure.querySelector("output");
        const button = figure.querySelector("button");
        const make = name => svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
        const share = (value, [low, high, log]) => log
          ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
          : (value / 2 - low / 2) / (high / 2 - low / 2);
        const curves = data.curves.map(curve => {
          const xs = curve.x ? curve.x.split(" ") : [], ys = curve.y ? curve.y.split(" ") : [];
          return {...curve, xs, ys, at: xs.map(x => data.left + data.width * share(+x, data.xs))};
        });
        const places = [...new Set(curves.flatMap(curve => curve.at))].sort((a, b) => a - b);
        let scale = 0, place = places.length, seen = null;
        const height = y => data.top + data.height * (1 - share(+y, data.ys[scale]));
        const line = make("path");
        line.setAttribute("class", "axis");
        const dots = curves.map((curve, i) => {
          const dot = make("circle");
          dot.setAttribute("class", "c" + i % data.colours);
          dot.setAttribute("fill", "none");
          dot.setAttribute("visibility", "hidden");
          dot.setAttribute("r", 4);
          return dot;
        });
        const nearest = (at, x) => {
          let low = 0, high = at.length - 1;
          while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (at[middle] > x) high = middle; else low = middle;
          }
          return high < 0 || Math.abs(at[low] - x) <= Math.abs(at[high] - x) ? low : high;
        };
        const tell = x => {
          seen = x;
          const texts = [];
          curves.forEach((curve, i) => {
            if (!curve.at.length) return;
            const point = nearest(curve.at, x);
            dots[i].setAttribute("visibility", "visible");
            dots[i].setAttribute("cx", curve.at[point]);
            dots[i].setAttribute("cy", height(curve.ys[point]));
            texts.push(curve.name + ": " + curve.ys[point] + told.dataset.at + data.x + " " + curve.xs[point]);
          });
          line.setAttribute("d", "M" + x + " " + data.top + "v" + data.height);
          told.textContent = texts.join("; ");
        };
        svg.addEventListener("pointermove", event => {
          const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
          place = places.findIndex(x => x >= at.x);
          tell(Math.min(Math.max(at.x, data.left), data.left + data.width));
        });
        svg.addEventListener("keydown", event => {
          const step = {ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity}[event.key];
          if (!step || !places.length) return;
          event.preventDefault();
          place = Math.min(Math.max(place + step, 0), places.length - 1);
          tell(places[place]);
        });
        const around = svg.querySelectorAll(".around"), paths = svg.querySelectorAll(".curve");
        if (button) button.addEventListener("click", () => {
          scale = 1 - scale;
          [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
          around.forEach((group, i) => group.setAttribute("display", i === scale ? "inline" : "none"));
          paths.forEach((path, i) => {
            const {at, ys, starts, dotted} = curves[i], begins = new Set(starts);
            const corner = k => at[k].toFixed(1) + " " + height(ys[k]).toFixed(1);
            path.setAttribute("d", at.map((x, k) => (begins.has(k) ? "M" : "L") + corner(k)).join(""));
            const lone = k => begins.has(k) && (k + 1 === at.length || begins.has(k + 1));
            const dots = path.parentNode.querySelector(".dots");
            if (dots) dots.setAttribute("d", at.map((x, k) => dotted || lone(k) ? "M" + corner(k) + "h0" : "").join(""));
          });
          if (seen !== null) tell(seen);
        });
      }
      """;

  /** Adds it to a page. */
  public void addTo(HtmlPage page) {
    PageChart picture = new PageChart(chart, size, switches);
    String name = caption.isEmpty() ? chart.title() : caption;
    String hint = MarkupText.escaped(page.phrases().text("chart.hint"));
    page.script(SCRIPT)
        .markup("<figure class=\"chart\">\n")
        .caption(caption)
        .markup(picture.svg(name + ": " + picture.sentences()))
        .markup(
            "<output aria-live=\"polite\" data-at=\"%s\">%s</output>\n"
                .formatted(page.phrases().text("chart.at"), hint))
        .markup(picture.switches() ? button(picture.isLogarithmic(), page.phrases()) : "")
        .numbers(table(page.phrases()))
        .markup(
            "<script type=\"application/json\">%s</script>\n</figure>\n".formatted(picture.json()));
  }

  private static String button(boolean logarithmic, Phrases phrases) {
    String linear = MarkupText.escaped(phrases.text("chart.linear"));
    String log = MarkupText.escaped(phrases.text("chart.log"));
    return "<button type=\"button\" data-other=\"%s\">%s</button>\n"
        .formatted(logarithmic ? log : linear, logarithmic ? linear : log);
  }

  /** The curves in numbers. */
  private HtmlTable table(Phrases phrases) {
    List<String> header = new ArrayList<>(List.of(""));
    for (String point : List.of("first", "lowest", "last")) {
      header.add(phrases.text("chart." + point));
      header.add(chart.xName());
    }
    header.add(phrases.text("chart.values"));
    header.add(phrases.text("chart.not-finite"));
    return new HtmlTable(header, chart.series().stream().map(ChartFigure::row).toList());
  }

  private static List<String> row(Series series) {
    List<String> cells = new ArrayList<>(List.of(series.name()));
    for (Series.Point point : new Series.Point[] {series.first(), series.lowest(), series.last()}) {
      cells.add(point == null ? "" : NumberText.text(point.y()));
      cells.add(point == null ? "" : NumberText.text(point.x()));
    }
    cells.add("%,d".formatted(series.measured()));
    cells.add("%,d".formatted(series.notFinite()));
    return cells;
  }
}
