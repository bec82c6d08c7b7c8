package gdtrain.report.page;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.reverseOrder;

import gdtrain.dataset.encoding.Target;
import gdtrain.metric.Calibration;
import gdtrain.metric.Metrics;
import gdtrain.metric.OperatingPoints;
import gdtrain.report.NumberText;
import gdtrain.report.language.Phrases;
import gdtrain.run.MeasuredRows;
import gdtrain.run.PredictionMetrics;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How some rows are predicted.
 *
 * @param kind which rows: training, validation, test or data
 * @param file that they are of
 * @param metrics of them
 * @param numbers where numbers are predicted
 * @param classes where classes are
 * @param worst the rows with the largest loss, the largest first
 */
public record RowReview(
    String kind,
    String file,
    Metrics metrics,
    Optional<Numbers> numbers,
    Optional<Classes> classes,
    List<Row> worst) {
  /** More dots would be one cloud. */
  private static final int MOST_DOTS = 2000;

  private static final int WORST = 10;

  /**
   * Predicted numbers.
   *
   * @param dots some of the rows, evenly spaced, and the worst
   */
  public record Numbers(List<Dot> dots) {}

  /** A row's numbers. */
  public record Dot(double truth, double prediction) {}

  /**
   * Predicted classes.
   *
   * @param labels of the classes
   * @param confusion weighted rows by truth, then by prediction
   * @param points of two classes
   * @param calibration of two classes with probabilities
   */
  public record Classes(
      List<String> labels,
      List<List<Double>> confusion,
      Optional<OperatingPoints> points,
      Optional<Calibration> calibration) {}

  /**
   * A row.
   *
   * @param line of its file
   * @param truth a number or a class
   * @param prediction likewise
   * @param probability of the predicted class, where there is one
   * @param loss regardless of its weight
   */
  public record Row(
      long line, Object truth, Object prediction, OptionalDouble probability, double loss) {}

  /** A figure for people. */
  static String text(double value) {
    return Double.isFinite(value) ? NumberText.text(value) : "-";
  }

  /** What the rows are called. */
  String called(Phrases phrases) {
    return phrases.text("kind." + kind, file);
  }

  /**
   * Looks at rows.
   *
   * @param table of the rows, in the same order
   * @param point the parameters, flat
   */
  public static RowReview of(
      String kind, Table table, MeasuredRows rows, double[] point, Metrics metrics) {
    return new Look(table, rows, point).review(kind, metrics);
  }

  /** A look at rows, which are passed over twice: for their losses, then for their predictions. */
  private static final class Look {
    private final Table table;
    private final MeasuredRows rows;
    private final double[] point;
    private final Target target;
    private final double[] losses;
    private final Set<Integer> worst = new HashSet<>();
    private final List<Row> found = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private int row;

    Look(Table table, MeasuredRows rows, double[] point) {
      this.table = table;
      this.rows = rows;
      this.point = point;
      this.target = rows.units().target();
      this.losses = rows.objective().losses(point);
      Comparator<Integer> byLoss = comparingDouble(i -> losses[i]);
      PriorityQueue<Integer> queue = new PriorityQueue<>(byLoss.thenComparing(reverseOrder()));
      for (int i = 0; i < losses.length; i++) {
        queue.add(i);
        if (queue.size() > WORST) {
          queue.remove();
        }
      }
      worst.addAll(queue);
    }

    RowReview review(String kind, Metrics metrics) {
      boolean classes = !target.classes().isEmpty();
      Optional<Classes> told = classes ? Optional.of(classes()) : Optional.empty();
      Optional<Numbers> numbers = classes ? Optional.empty() : Optional.of(numbers());
      found.sort(comparingDouble(Row::loss).reversed());
      return new RowReview(kind, table.name(), metrics, numbers, told, List.copyOf(found));
    }

    private void visit(PredictionMetrics.RowVisitor visitor) {
      PredictionMetrics.visit(rows.rows(), each -> rows.objective().predict(point, each), visitor);
    }

    private double loss() {
      return rows.units().told(rows.units().scaled().factor() * losses[row]);
    }

    private Numbers numbers() {
      int all = losses.length;
      visit(
          (block, i, predictions) -> {
            double truth = target.raw(block.targets()[i]);
            double prediction = target.raw(predictions[i]);
            boolean bad = worst.contains(row);
            if (bad) {
              found.add(
                  new Row(table.line(row), truth, prediction, OptionalDouble.empty(), loss()));
            }
            if (bad || (long) row * MOST_DOTS / all != (row - 1L) * MOST_DOTS / all || row == 0) {
              dots.add(new Dot(truth, prediction));
            }
            row++;
          });
      return new Numbers(List.copyOf(dots));
    }

    private Classes classes() {
      int count = target.classes().size();
      double[][] confusion = new double[count][count];
      boolean two = count == 2;
      double[] ofSecond = new double[two ? losses.length : 0];
      boolean[] positive = new boolean[ofSecond.length];
      double[] weights = new double[ofSecond.length];
      double[] scores = new double[count];
      Calibration calibration = new Calibration();
      visit(
          (block, i, predictions) -> {
            PredictionMetrics.scores(predictions, i, rows.units().loss(), scores);
            int truth = block.label(i);
            int called = PredictionMetrics.called(scores, target);
            confusion[truth][called] += block.weights()[i];
            if (two) {
              ofSecond[row] = scores[1];
              positive[row] = truth == 1;
              weights[row] = block.weights()[i];
              calibration.add(positive[row], scores[1], weights[row]);
            }
            if (worst.contains(row)) {
              found.add(row(truth, called, scores));
            }
            row++;
          });
      boolean probable = two && rows.units().loss().probabilities();
      return new Classes(
          target.classes(),
          IntStream.range(0, count).mapToObj(k -> boxed(confusion[k])).toList(),
          two ? Optional.of(OperatingPoints.of(ofSecond, positive, weights)) : Optional.empty(),
          probable ? Optional.of(calibration) : Optional.empty());
    }

    private Row row(int truth, int called, double[] scores) {
      boolean probable = rows.units().loss().probabilities();
      return new Row(
          table.line(row),
          target.classes().get(truth),
          target.classes().get(called),
          probable ? OptionalDouble.of(scores[called]) : OptionalDouble.empty(),
          loss());
    }

    private static List<Double> boxed(double[] numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }
  }
}
