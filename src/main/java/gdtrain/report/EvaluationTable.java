package gdtrain.report;

import gdtrain.metric.Bootstrap;
import gdtrain.metric.Calibration;
import gdtrain.metric.Confusion;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import gdtrain.metric.OperatingPoints;
import gdtrain.metric.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * How good predictions for some rows are, as CSV in one of several shapes. A cell is empty where
 * its figure is not defined.
 *
 * @param out receives the text
 */
public record EvaluationTable(StringBuilder out) {
  /** A curve over all thresholds. */
  public enum Curve {
    /** True against false positives. */
    ROC(List.of("threshold", "false_positive_rate", "recall")),
    /** Precision over recall. */
    PR(List.of("threshold", "recall", "precision")),
    /** How often what was given a probability happens. */
    CALIBRATION(List.of("rows", "probability", "share")),
    /** How many positives are found among the rows of the highest scores. */
    GAIN(List.of("threshold", "share", "recall", "lift"));

    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
    private final List<String> columns;

    Curve(List<String> columns) {
      this.columns = columns;
    }

    private List<Object> cells(OperatingPoints.Point point) {
      return switch (this) {
        case ROC -> List.of(point.threshold(), point.falsePositiveRate(), point.recall());
        case PR -> List.of(point.threshold(), point.recall(), point.precision());
        default ->
            List.of(
                point.threshold(), point.share(), point.recall(), point.recall() / point.share());
      };
    }
  }

  /** An empty table. */
  public EvaluationTable() {
    this(new StringBuilder());
  }

  private void line(List<?> cells) {
    Object[] texts =
        cells.stream()
            .map(cell -> cell instanceof Double d && Double.isNaN(d) ? "" : cell)
            .toArray();
    out.append(CsvText.record(texts)).append('\n');
  }

  private void line(List<?> first, List<?> more) {
    List<Object> cells = new ArrayList<>(first);
    cells.addAll(more);
    line(cells);
  }

  /** {@code metric,value} and, where there are intervals, {@code low,high}. */
  public EvaluationTable figures(Metrics score) {
    boolean intervals = !score.intervals().isEmpty();
    line(List.of("metric", "value"), intervals ? List.of("low", "high") : List.of());
    for (Metric metric : score.metrics()) {
      List<String> cells = List.of(metric.name(), metric.cell());
      line(cells, intervals ? ends(score.intervals().get(metric.name())) : List.of());
    }
    return this;
  }

  private static List<?> ends(Bootstrap.Interval interval) {
    return Optional.ofNullable(interval)
        .map(i -> List.<Object>of(i.low(), i.high()))
        .orElse(List.of("", ""));
  }

  /** A row for every true class, a column for every predicted one. */
  public EvaluationTable confusion(Confusion confusion, List<String> classes) {
    line(List.of("true"), classes.stream().map("predicted_"::concat).toList());
    for (int truth = 0; truth < classes.size(); truth++) {
      List<Object> cells = new ArrayList<>(List.of(classes.get(truth)));
      for (int called = 0; called < classes.size(); called++) {
        cells.add(weight(confusion.count(truth, called)));
      }
      line(cells);
    }
    return this;
  }

  /**
   * {@code kind,class,precision,recall,f1,support}: a row for every class, then both averages,
   * whose class is empty.
   */
  public EvaluationTable byClass(Confusion confusion, List<String> classes) {
    line(List.of("kind", "class", "precision", "recall", "f1", "support"));
    double all = 0;
    for (int k = 0; k < classes.size(); k++) {
      all += confusion.support(k);
      List<Object> figures =
          List.of(
              confusion.precision(k),
              confusion.recall(k),
              confusion.f1(k),
              weight(confusion.support(k)));
      line(List.of("class", classes.get(k)), figures);
    }
    average("macro", confusion::macro, confusion, all);
    average("weighted", confusion::weighted, confusion, all);
    return this;
  }

  private interface Average {
    double of(IntToDoubleFunction figure);
  }

  private void average(String kind, Average mean, Confusion confusion, double all) {
    line(
        List.of(
            kind,
            "",
            mean.of(confusion::precision),
            mean.of(confusion::recall),
            mean.of(confusion::f1),
            weight(all)));
  }

  /** A whole number without point. */
  private static Object weight(double value) {
    return value == Math.rint(value) && value < 1e15 ? (Object) (long) value : value;
  }

  /**
   * The points of a curve, class by class; of two classes only those of the second. Thresholds fall
   * from Infinity, from which no row is taken for the class.
   */
  public EvaluationTable curve(Curve curve, ScoredRows rows, List<String> classes) {
    line(List.of("class"), curve.columns);
    for (int k = classes.size() == 2 ? 1 : 0; k < classes.size(); k++) {
      List<String> label = List.of(classes.get(k));
      if (curve == Curve.CALIBRATION) {
        for (Calibration.Bin bin : rows.calibration(k).bins()) {
          line(label, List.of(bin.rows(), bin.probability(), bin.share()));
        }
      } else {
        rows.points(k).points().forEach(point -> line(label, curve.cells(point)));
      }
    }
    return this;
  }
}
