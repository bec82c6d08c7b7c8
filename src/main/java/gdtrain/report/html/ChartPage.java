package gdtrain.report.html;

import gdtrain.report.language.Language;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.Theme;
import java.util.Optional;

/** A chart as a page of its own. */
public final class ChartPage {
  private ChartPage() {}

  /**
   * The text of a page.
   *
   * @param theme empty: light or dark as the reader has it
   */
  public static String of(Chart chart, Size size, Optional<Theme> theme) {
    String title = chart.title().isEmpty() ? "gdtrain plot" : chart.title();
    HtmlPage page = new HtmlPage(Language.EN, title, theme);
    page.heading(title);
    new ChartFigure("", chart.withoutTitle(), size, true).addTo(page);
    return page.text();
  }
}
