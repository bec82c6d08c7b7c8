package gdtrain.report.picture;

import gdtrain.report.NumberText;
import gdtrain.report.picture.Series.Point;

/**
 * A curve in words, for readers who cannot see it.
 *
 * @param xName what its x counts
 */
record CurveText(Series series, String xName) {
  /**
   * Such as {@code loss: 10.4375 at epoch 0, 0.318684 at epoch 113}.
   *
   * @param behind the name
   */
  String sentence(String behind) {
    StringBuilder text = new StringBuilder(series.name()).append(behind).append(": ");
    if (series.first() == null) {
      text.append("no finite value");
    } else {
      text.append(point(series.first()));
      if (!series.lowest().equals(series.first()) && !series.lowest().equals(series.last())) {
        text.append(", lowest ").append(point(series.lowest()));
      }
      if (!series.last().equals(series.first())) {
        text.append(", ").append(point(series.last()));
      }
    }
    if (series.notFinite() > 0) {
      text.append(", %,d NaN or infinite".formatted(series.notFinite()));
    }
    return text.toString();
  }

  /** Such as {@code loss 0.318684}. */
  String brief() {
    String value = series.last() == null ? "none finite" : NumberText.text(series.last().y());
    return series.name() + " " + value;
  }

  private String point(Point point) {
    return "%s at %s %s".formatted(NumberText.text(point.y()), xName, NumberText.text(point.x()));
  }
}
