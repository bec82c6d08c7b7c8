package gdtrain.report.picture;

import gdtrain.choice.VisibleText;
import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Scale.Extent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a picture shows: curves over one x, and the two axes.
 *
 * <p>In names what a terminal would obey is spelled out.
 *
 * @param title of the picture
 * @param xName what the x axis counts
 * @param x its scale
 * @param yName what the y axis measures; empty where the curves differ in that
 * @param y its scale
 * @param whole whether every x is a whole number
 * @param series the curves
 * @param guides places on the x axis that stand out
 */
public record Chart(
    String title,
    String xName,
    Scale x,
    String yName,
    Scale y,
    boolean whole,
    List<Series> series,
    List<Guide> guides)
    implements Drawable {
  /** Copies the list, not the points, and makes the names fit to be shown. */
  public Chart {
    title = VisibleText.of(title);
    xName = VisibleText.of(xName);
    yName = VisibleText.of(yName);
    series = List.copyOf(series);
    guides = List.copyOf(guides);
  }

  /**
   * A place on the x axis that stands out.
   *
   * @param shades whether all before it is shaded
   */
  public record Guide(String name, double x, boolean shades) {}

  /** A chart without places that stand out. */
  public Chart(
      String title,
      String xName,
      Scale x,
      String yName,
      Scale y,
      boolean whole,
      List<Series> series) {
    this(title, xName, x, yName, y, whole, series, List.of());
  }

  /** This chart, with places on the x axis that stand out. */
  public Chart withGuides(List<Guide> places) {
    return new Chart(title, xName, x, yName, y, whole, series, places);
  }

  /** Which axis is logarithmic. */
  public enum LogAxes {
    /** The y axis, where all values are above 0 and span two decades. */
    AUTO,
    /** None. */
    NONE,
    /** The x axis. */
    X,
    /** The y axis. */
    Y,
    /** Both. */
    XY;

    boolean hasX() {
      return this == X || this == XY;
    }

    /** Whether the y axis is asked to be logarithmic. */
    public boolean hasY() {
      return this == Y || this == XY;
    }
  }

  /**
   * What a chart is called.
   *
   * @param title of the picture
   * @param x what the x axis counts
   * @param y what the y axis measures
   */
  public record Names(String title, String x, String y) {}

  /** A chart whose axes show all finite values; a logarithmic one those above 0. */
  public static Chart of(Names names, List<Series> series, LogAxes axes) {
    Extent values = values(series);
    boolean logarithmic =
        values.isPositive() && (axes.hasY() || (axes == LogAxes.AUTO && values.spansDecades()));
    Extent xs = Extent.NONE;
    boolean whole = true;
    for (Series one : series) {
      for (int i = 0; i < one.size(); i++) {
        if (one.x(i) > 0 || !axes.hasX()) {
          xs = xs.with(one.x(i));
        }
        whole &= one.x(i) == Math.rint(one.x(i));
      }
    }
    return new Chart(
        names.title,
        names.x,
        Scale.exact(xs, axes.hasX()),
        names.y,
        !logarithmic || values.isEmpty() ? Scale.linear(values) : Scale.logarithmic(values),
        whole,
        series);
  }

  /**
   * This chart over its other y axis: linear for logarithmic, or the reverse; empty if there is
   * none.
   */
  Optional<Chart> other() {
    Extent values = values(series);
    if (!values.isPositive() || values.isEmpty()) {
      return Optional.empty();
    }
    Scale other = y.logarithmic() ? Scale.linear(values) : Scale.logarithmic(values);
    return Optional.of(new Chart(title, xName, x, yName, other, whole, series, guides));
  }

  /** This chart without its title, which the page has. */
  public Chart withoutTitle() {
    return new Chart("", xName, x, yName, y, whole, series, guides);
  }

  /** The lowest and the highest finite value of all curves. */
  public static Extent values(List<Series> series) {
    Extent extent = Extent.NONE;
    for (Series one : series) {
      for (int i = 0; i < one.size(); i++) {
        if (Double.isFinite(one.y(i))) {
          extent = extent.with(one.y(i));
        }
      }
    }
    return extent;
  }

  /** The ticks of the x axis, at most so many. */
  Ticks xTicks(int most) {
    return Ticks.of(x, most, whole);
  }

  /** The ticks of the y axis, at most so many. */
  Ticks yTicks(int most) {
    return Ticks.of(y, most, false);
  }

  /** A sentence about each curve. */
  Stream<String> sentences() {
    return series.stream().map(one -> new CurveText(one, xName).sentence(""));
  }

  @Override
  public String label() {
    return title.isEmpty() ? yName : title;
  }

  @Override
  public String description() {
    return sentences().collect(Collectors.joining("; "));
  }

  @Override
  public int curves() {
    return guides.isEmpty() ? series.size() : Math.max(series.size(), ChartDrawing.GOOD + 1);
  }

  @Override
  public void draw(Measures measures, Pen pen) {
    new ChartDrawing(this, measures, pen).draw();
  }
}
