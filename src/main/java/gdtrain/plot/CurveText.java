package gdtrain.plot;

import gdtrain.plot.Series.Point;
import gdtrain.report.NumberText;

/**
 * A curve in words, for who does not see it.
 *
 * @param xName what its x counts
 */
record CurveText(Series series, String xName) {
  /** Such as {@code loss: 10.4375 at epoch 0, 0.318684 at epoch 113}. */
  String sentence() {
    StringBuilder text = new StringBuilder(series.name()).append(": ");
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

  private String point(Point point) {
    return "%s at %s %s".formatted(NumberText.text(point.y()), xName, NumberText.text(point.x()));
  }
}
