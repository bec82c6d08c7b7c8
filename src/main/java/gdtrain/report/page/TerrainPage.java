package gdtrain.report.page;

import gdtrain.report.MarkupText;
import gdtrain.report.NumberText;
import gdtrain.report.language.Language;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.SvgPicture;
import gdtrain.report.picture.TerrainDrawing;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.picture.TerrainMap.Spot;
import gdtrain.report.picture.TerrainMap.Stop;
import gdtrain.report.picture.TerrainMap.Track;
import gdtrain.report.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A terrain as a page: the map, on which a ball rolls from epoch to epoch, with the curve of the
 * loss beside it.
 */
public final class TerrainPage {
  private static final String STYLE =
      """
      .roll{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.6rem 0}
      .roll input{flex:1 1 12rem}
      .ball{stroke-width:2}
      """;

  private static final String SCRIPT =
      """
      "use strict";
      for (const terrain of document.querySelectorAll("figure.terrain")) {
        const data = JSON.parse(terrain.querySelector("[type='application/json']").textContent);
        const slider = terrain.querySelector("input"), told = terrain.querySelector("output");
        const [back, play, next] = terrain.querySelectorAll("button");
        const chart = document.querySelector("figure.chart");
        const curve = chart && JSON.parse(chart.querySelector("[type='application/json']").textContent);
        const ball = (svg, i) => {
          const circle = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "circle"));
          circle.setAttribute("class", "ball f" + (data.tracks.length > 1 ? i : 1));
          circle.setAttribute("r", 8);
          return circle;
        };
        const tracks = data.tracks.map((track, i) => ({
          name: track.name,
          xs: track.x.split(" "), ys: track.y.split(" "), epochs: track.epochs.split(" "), heights: track.heights.split(" "),
          rolls: ball(terrain.querySelector("svg"), i), falls: chart && ball(chart.querySelector("svg"), i)
        }));
        const share = (value, [low, high, log]) => log
          ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
          : (value / 2 - low / 2) / (high / 2 - low / 2);
        const put = (circle, x, y) => {
          const seen = isFinite(x) && isFinite(y);
          circle.setAttribute("visibility", seen ? "visible" : "hidden");
          if (seen) { circle.setAttribute("cx", x); circle.setAttribute("cy", y); }
        };
        const show = () => {
          const scale = chart ? [...chart.querySelectorAll(".around")].findIndex(g => g.getAttribute("display") !== "none") : 0;
          told.textContent = tracks.map(track => {
            const k = Math.min(+slider.value, track.xs.length - 1);
            put(track.rolls, +track.xs[k], +track.ys[k]);
            if (chart) put(track.falls,
              curve.left + curve.width * share(+track.epochs[k], curve.xs),
              curve.top + curve.height * (1 - share(+track.heights[k], curve.ys[Math.max(scale, 0)])));
            return (track.name && track.name + ": ") + data.epoch + " " + track.epochs[k] + ", " + data.height + " " + track.heights[k];
          }).join("; ");
          slider.setAttribute("aria-valuetext", told.textContent);
        };
        const go = k => { slider.value = k; show(); };
        let timer = 0;
        const stop = () => { clearInterval(timer); timer = 0; play.textContent = data.play; };
        slider.addEventListener("input", () => { stop(); show(); });
        back.addEventListener("click", () => { stop(); go(+slider.value - 1); });
        next.addEventListener("click", () => { stop(); go(+slider.value + 1); });
        play.addEventListener("click", () => {
          if (timer) return stop();
          if (slider.value === slider.max) go(0);
          const step = Math.max(1, Math.round(+slider.max / 200));
          play.textContent = data.pause;
          timer = setInterval(() => { go(+slider.value + step); if (slider.value === slider.max) stop(); }, Math.max(40, Math.min(400, 8000 / +slider.max)));
        });
        if (chart) chart.querySelectorAll("button").forEach(button => button.addEventListener("click", show));
        show();
      }
      """;

  private final TerrainMap map;
  private final TerrainDrawing drawing;
  private final Size size;

  private TerrainPage(TerrainMap map, Size size) {
    this.map = map;
    this.drawing = new TerrainDrawing(map).withoutTitle();
    this.size = size;
  }

  /**
   * The text of a page.
   *
   * @param map with a surface
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(TerrainMap map, Size size, Optional<Theme> theme) {
    return new TerrainPage(map, size).text(theme);
  }

  private String text(Optional<Theme> theme) {
    String title = map.title().isEmpty() ? "gdtrain terrain" : map.title();
    HtmlPage page = new HtmlPage(Language.EN, title, theme);
    page.heading(title).style(STYLE).figures();
    page.markup("<figure class=\"terrain\">\n")
        .caption("Where descent goes: %s over the plane of its path".formatted(map.heightName()))
        .markup(SvgPicture.element(drawing, size))
        .markup(controls())
        .numbers(table())
        .markup("<script type=\"application/json\">%s</script>\n</figure>\n".formatted(json()));
    new ChartFigure(
            "How high it stands: %s of each epoch".formatted(map.heightName()),
            map.curves(),
            size,
            true)
        .addTo(page);
    return page.endFigures().script(SCRIPT).text();
  }

  private String controls() {
    int last = map.tracks().stream().mapToInt(track -> track.stops().size()).max().orElse(1) - 1;
    return """
        <div class="roll"><button type="button" aria-label="One epoch back">&#8592;</button>
        <button type="button">Roll</button>
        <button type="button" aria-label="One epoch on">&#8594;</button>
        <input type="range" min="0" max="%d" value="0" aria-label="epoch"></div>
        <output aria-live="polite"></output>
        """
        .formatted(last);
  }

  private HtmlTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Track track : map.tracks()) {
      int every = Math.max(track.stops().size() / 100, 1);
      for (int i = 0; i < track.stops().size(); i++) {
        if (i % every == 0 || i == track.stops().size() - 1) {
          Stop stop = track.stops().get(i);
          rows.add(
              List.of(
                  track.name(),
                  Integer.toString(stop.epoch().number()),
                  NumberText.text(stop.epoch().objective()),
                  NumberText.text(stop.spot().x()),
                  NumberText.text(stop.spot().y())));
        }
      }
    }
    return new HtmlTable(List.of("", "epoch", map.heightName(), "x", "y"), rows);
  }

  private String json() {
    return "{\"epoch\":\"epoch\",\"play\":\"Roll\",\"pause\":\"Stop\",\"height\":%s,\"tracks\":[%s]}"
        .formatted(
            MarkupText.json(map.heightName()),
            map.tracks().stream().map(this::json).collect(Collectors.joining(",")));
  }

  private String json(Track track) {
    StringJoiner xs = new StringJoiner(" ");
    StringJoiner ys = new StringJoiner(" ");
    for (Spot place : drawing.places(track, size)) {
      xs.add("%.1f".formatted(place.x()));
      ys.add("%.1f".formatted(place.y()));
    }
    StringJoiner epochs = new StringJoiner(" ");
    StringJoiner heights = new StringJoiner(" ");
    for (Stop stop : track.stops()) {
      epochs.add(Integer.toString(stop.epoch().number()));
      heights.add(NumberText.text(stop.epoch().objective()));
    }
    return "{\"name\":%s,\"x\":\"%s\",\"y\":\"%s\",\"epochs\":\"%s\",\"heights\":\"%s\"}"
        .formatted(MarkupText.json(track.name()), xs, ys, epochs, heights);
  }
}
