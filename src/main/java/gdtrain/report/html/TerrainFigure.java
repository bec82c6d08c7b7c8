package gdtrain.report.html;

import gdtrain.report.MarkupText;
import gdtrain.report.NumberText;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.SvgPicture;
import gdtrain.report.picture.TerrainDrawing;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.picture.TerrainMap.Spot;
import gdtrain.report.picture.TerrainMap.Stop;
import gdtrain.report.picture.TerrainMap.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A terrain on a page: a map on which a ball rolls from epoch to epoch, and another down the first
 * chart of the page, which has the curves of the heights.
 *
 * @param caption above it
 * @param map with a surface
 * @param size in pixels, where there is room
 */
public record TerrainFigure(String caption, TerrainMap map, Size size) {
  private static final String STYLE =
      """
      .roll{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.6rem 0}
      .roll input{flex:1 1 12rem}
      svg .ball{stroke-width:2}
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
            return (track.name && track.name + ": ") + data.epoch.replace("#", track.epochs[k]) + ", " + data.height + " " + track.heights[k];
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

  /** Adds it to a page. */
  public void addTo(HtmlPage page) {
    TerrainDrawing drawing = new TerrainDrawing(map).withoutTitle();
    page.style(STYLE)
        .script(SCRIPT)
        .markup("<figure class=\"terrain\">\n")
        .caption(caption)
        .markup(SvgPicture.element(drawing, size))
        .markup(controls(page.phrases()))
        .numbers(table(page.phrases()))
        .markup(
            "<script type=\"application/json\">%s</script>\n</figure>\n"
                .formatted(json(drawing, page.phrases())));
  }

  private String controls(Phrases phrases) {
    int last = map.tracks().stream().mapToInt(track -> track.stops().size()).max().orElse(1) - 1;
    return """
        <div class="roll"><button type="button" aria-label="%s">&#8592;</button>
        <button type="button">%s</button>
        <button type="button" aria-label="%s">&#8594;</button>
        <input type="range" min="0" max="%d" value="0" aria-label="%s"></div>
        <output aria-live="polite"></output>
        """
        .formatted(
            escaped(phrases, "back"),
            escaped(phrases, "roll"),
            escaped(phrases, "on"),
            last,
            escaped(phrases, "epochs"));
  }

  private static String escaped(Phrases phrases, String key) {
    return MarkupText.escaped(phrases.text("terrain." + key));
  }

  private HtmlTable table(Phrases phrases) {
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
    return new HtmlTable(
        List.of("", phrases.text("terrain.epochs"), map.heightName(), "x", "y"), rows);
  }

  private String json(TerrainDrawing drawing, Phrases phrases) {
    return "{\"epoch\":%s,\"play\":%s,\"pause\":%s,\"height\":%s,\"tracks\":[%s]}"
        .formatted(
            MarkupText.json(phrases.text("terrain.epoch")),
            MarkupText.json(phrases.text("terrain.roll")),
            MarkupText.json(phrases.text("terrain.stop")),
            MarkupText.json(map.heightName()),
            map.tracks().stream()
                .map(track -> json(track, drawing.places(track, size)))
                .collect(Collectors.joining(",")));
  }

  private static String json(Track track, List<Spot> places) {
    StringJoiner xs = new StringJoiner(" ");
    StringJoiner ys = new StringJoiner(" ");
    for (Spot place : places) {
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
