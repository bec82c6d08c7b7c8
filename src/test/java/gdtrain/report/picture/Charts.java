package gdtrain.report.picture;

import gdtrain.report.picture.Chart.LogAxes;
import java.util.Arrays;
import java.util.List;

/** Charts of a few values. */
final class Charts {
  private Charts() {}

  /** A curve over 0, 1, 2...; what is NaN was not measured. */
  static Series series(String name, double... ys) {
    Series series = new Series(name);
    for (int i = 0; i < ys.length; i++) {
      put(series, i, ys[i]);
    }
    return series;
  }

  static void put(Series series, double x, double y) {
    if (Double.isNaN(y)) {
      series.addGap(x);
    } else {
      series.add(x, y);
    }
  }

  static Chart chart(LogAxes axes, Series... series) {
    String y = series.length == 1 ? series[0].name() : "";
    return Chart.of(new Chart.Names("a title", "epoch", y), List.of(series), axes);
  }

  static Chart chart(Series... series) {
    return chart(LogAxes.AUTO, series);
  }

  /** 1 at each of so many points, but for one. */
  static Series flat(int size, int peak, double height) {
    double[] ys = new double[size];
    Arrays.fill(ys, 1);
    ys[peak] = height;
    return series("loss", ys);
  }
}
