package gdtrain.report.html;

import gdtrain.report.language.Language;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.picture.Theme;
import java.util.Optional;

/** A terrain as a page of its own, with the curves of the heights beside the map. */
public final class TerrainPage {
  private TerrainPage() {}

  /**
   * The text of a page.
   *
   * @param map with a surface
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(TerrainMap map, Size size, Optional<Theme> theme) {
    String title = map.title().isEmpty() ? "gdtrain terrain" : map.title();
    HtmlPage page = new HtmlPage(Language.EN, title, theme);
    page.heading(title).figures();
    new TerrainFigure(
            "Where descent goes: %s over the plane of its path".formatted(map.heightName()),
            map,
            size)
        .addTo(page);
    String caption = "How high it stands: %s of each epoch".formatted(map.heightName());
    new ChartFigure(caption, map.curves(), size, true).addTo(page);
    return page.endFigures().text();
  }
}
