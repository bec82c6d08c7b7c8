package gdtrain.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * What two classes are told by at every threshold of a score: the points of the receiver operating
 * characteristic and of the curve of precision over recall. Counts are weighted.
 */
public final class OperatingPoints {
  private final List<Point> points;

  /**
   * A threshold: rows that score as high or higher are called positive.
   *
   * @param threshold infinite for the point at which no row is
   * @param falsePositiveRate negatives called positive / negatives
   * @param recall positives called positive / positives
   * @param precision positives / all that are called positive; 1 where none is
   * @param share all that are called positive / all rows
   */
  public record Point(
      double threshold, double falsePositiveRate, double recall, double precision, double share) {}

  private OperatingPoints(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /**
   * The points of some rows.
   *
   * @param scores of the rows, higher for the positive class
   * @param positive which of them are
   * @param weights of the rows
   */
  public static OperatingPoints of(double[] scores, boolean[] positive, double[] weights) {
    double[] totals = new double[2];
    for (int i = 0; i < scores.length; i++) {
      totals[positive[i] ? 1 : 0] += weights[i];
    }
    int[] order = RadixSort.ascending(scores);
    double[] called = new double[2];
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0, 1, 0));
    for (int i = order.length - 1; i >= 0; i--) {
      int row = order[i];
      called[positive[row] ? 1 : 0] += weights[row];
      if (i == 0 || scores[order[i - 1]] != scores[row]) {
        double all = called[0] + called[1];
        points.add(
            new Point(
                scores[row],
                called[0] / totals[0],
                called[1] / totals[1],
                called[1] / all,
                all / (totals[0] + totals[1])));
      }
    }
    return new OperatingPoints(points);
  }

  /** From the highest threshold to the lowest. */
  public List<Point> points() {
    return points;
  }

  /** The area under the receiver operating characteristic, by trapezoids. */
  public double area() {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point here = points.get(i);
      area +=
          (here.falsePositiveRate - before.falsePositiveRate) * (here.recall + before.recall) / 2;
    }
    return area;
  }

  /** The mean of the precisions, each weighted by how much recall it adds. */
  public double averagePrecision() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += (points.get(i).recall - points.get(i - 1).recall) * points.get(i).precision;
    }
    return sum;
  }
}
