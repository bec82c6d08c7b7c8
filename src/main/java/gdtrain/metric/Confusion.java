package gdtrain.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each, weighted, and the figures that follow from that alone.
 * With t the rows of a class, p those predicted to be of it, and r those of both:
 *
 * <ul>
 *   <li>precision = r / p, recall = r / t, f1 = 2 r / (t + p), NaN where the divisor is 0
 *   <li>a macro average counts each class once, a weighted one each as often as it has rows; a
 *       class whose figure is not defined is left out of either
 *   <li>mcc, Matthews's correlation of truth and prediction, for any number of classes (Gorodkin
 *       2004), 0 where either is constant: with n rows, {@code (n sum r - sum t p) / sqrt((n^2 -
 *       sum t^2) (n^2 - sum p^2))}
 * </ul>
 */
public final class Confusion {
  private final double[][] counts; // truth, prediction

  /** No rows yet. */
  public Confusion(int classes) {
    this.counts = new double[classes][classes];
  }

  /** Takes a row. */
  public void add(int truth, int called, double weight) {
    counts[truth][called] += weight;
  }

  /** How many classes there are. */
  public int classes() {
    return counts.length;
  }

  /** The weight of the rows of a class that were taken for one. */
  public double count(int truth, int called) {
    return counts[truth][called];
  }

  /** The weight of the rows of a class. */
  public double support(int k) {
    return Arrays.stream(counts[k]).sum();
  }

  private double called(int k) {
    double sum = 0;
    for (double[] row : counts) {
      sum += row[k];
    }
    return sum;
  }

  private double total() {
    return IntStream.range(0, classes()).mapToDouble(this::support).sum();
  }

  private double right() {
    return IntStream.range(0, classes()).mapToDouble(k -> counts[k][k]).sum();
  }

  double accuracy() {
    return right() / total();
  }

  double balancedAccuracy() {
    return macro(this::recall);
  }

  public double precision(int k) {
    return counts[k][k] / called(k);
  }

  public double recall(int k) {
    return counts[k][k] / support(k);
  }

  public double f1(int k) {
    return 2 * counts[k][k] / (called(k) + support(k));
  }

  /** The mean of a figure over the classes for which it is defined. */
  public double macro(IntToDoubleFunction figure) {
    return IntStream.range(0, classes())
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** The mean of a figure over those classes, each weighted by its rows. */
  public double weighted(IntToDoubleFunction figure) {
    double sum = 0;
    double weight = 0;
    for (int k = 0; k < classes(); k++) {
      double value = figure.applyAsDouble(k);
      if (!Double.isNaN(value)) {
        sum += support(k) * value;
        weight += support(k);
      }
    }
    return sum / weight;
  }

  double mcc() {
    double all = total();
    double truths = 0; // sums of squares and of products
    double calls = 0;
    double both = 0;
    for (int k = 0; k < classes(); k++) {
      truths += support(k) * support(k);
      calls += called(k) * called(k);
      both += support(k) * called(k);
    }
    double spread = (all * all - truths) * (all * all - calls);
    return spread == 0 ? 0 : (all * right() - both) / Math.sqrt(spread);
  }
}
