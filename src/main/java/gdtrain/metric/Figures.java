package gdtrain.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Figures of kept rows for any weights of them: those that are always measured, and further ones,
 * which are measured where somebody asks. Means are weighted; t is the truth, y the predicted
 * number, p the probability of a class.
 *
 * <ul>
 *   <li>{@code median_ae} = median |y - t|, the mean of two where half of the weight lies on either
 *       side; {@code mape} = mean |y - t| / max(|t|, 2^-52)
 *   <li>{@code explained_variance} = 1 - variance of (t - y) / variance of t
 *   <li>{@code d2} = 1 - loss / loss of the best constant prediction for these rows: the share of
 *       the deviance that is explained
 *   <li>{@code brier} = mean (p - t)^2 of the second of two classes; of more, summed over the
 *       classes
 *   <li>{@code log_loss} = - mean log p of the true class, p at least 2^-52 and at most 1 - 2^-52
 *   <li>{@code pr_auc}, the average precision: {@link OperatingPoints#averagePrecision}
 *   <li>{@code mcc}, {@code macro_f1}, {@code weighted_f1}: {@link Confusion}
 *   <li>{@code top_3}: share of rows whose class is among the three with the highest scores; of
 *       equal scores the later class counts as higher
 * </ul>
 */
final class Figures {
  private static final double EPSILON = Math.ulp(1.0);
  private static final String TOP = "top_";
  private static final List<Integer> TOPS = List.of(2, 3, 5, 10);

  private final ScoredRows rows;
  private final Map<String, double[]> perRow = new HashMap<>();
  private RankedScores ranked;
  private int[] byError;

  /** Figures of these rows. */
  Figures(ScoredRows rows) {
    this.rows = rows;
  }

  /**
   * The names of those that are measured where somebody asks.
   *
   * @param classes how many there are; 0 where a number is predicted
   * @param probable whether there are probabilities of classes
   */
  static List<String> further(int classes, boolean probable) {
    if (classes == 0) {
      return List.of("median_ae", "mape", "explained_variance", "d2");
    }
    List<String> names = new ArrayList<>();
    if (classes == 2) {
      names.add("pr_auc");
    }
    names.addAll(probable ? List.of("brier", "log_loss") : List.of());
    names.addAll(List.of("mcc", "macro_f1", "weighted_f1"));
    TOPS.stream().filter(k -> k < classes).forEach(k -> names.add(TOP + k));
    names.add("d2");
    return names;
  }

  /** Their values by name, in the order of the names, for weights of the rows. */
  Map<String, Double> values(Collection<String> names, double[] weights) {
    Map<String, Double> values = new LinkedHashMap<>();
    Sample sample = rows.classes() == 0 ? new OfNumbers(weights) : new OfClasses(weights);
    names.forEach(name -> values.put(name, sample.value(name)));
    return values;
  }

  /** The weighted mean of what each row has, which is calculated once. */
  private double mean(String name, double[] weights, IntToDoubleFunction each) {
    double[] own = perRow.get(name);
    if (own == null) {
      own = new double[rows.rows()];
      Arrays.setAll(own, each);
      perRow.put(name, own);
    }
    double sum = 0;
    double total = 0;
    for (int row = 0; row < own.length; row++) {
      if (weights[row] > 0) {
        sum += weights[row] * own[row];
        total += weights[row];
      }
    }
    return sum / total;
  }

  /** The figures for some weights. */
  private abstract class Sample {
    final double[] weights;

    Sample(double[] weights) {
      this.weights = weights;
    }

    double value(String name) {
      return switch (name) {
        case "loss" -> mean(name, weights, rows::loss);
        case "d2" -> explained();
        default -> own(name);
      };
    }

    abstract double own(String name);

    private double explained() {
      double loss = value("loss");
      double constant = rows.baseline(weights);
      return constant == 0 ? (loss == 0 ? 1 : 0) : 1 - loss / constant;
    }
  }

  private final class OfClasses extends Sample {
    private final Confusion confusion;

    OfClasses(double[] weights) {
      super(weights);
      this.confusion = rows.confusion(weights);
    }

    @Override
    double own(String name) {
      return switch (name) {
        case "accuracy" -> confusion.accuracy();
        case "balanced_accuracy" -> confusion.balancedAccuracy();
        case "precision" -> confusion.precision(1);
        case "recall" -> confusion.recall(1);
        case "f1" -> confusion.f1(1);
        case "auc" -> ranked().area(weights);
        case "pr_auc" -> ranked().averagePrecision(weights);
        case "mcc" -> confusion.mcc();
        case "macro_f1" -> confusion.macro(confusion::f1);
        case "weighted_f1" -> confusion.weighted(confusion::f1);
        case "brier" -> mean(name, weights, this::squares);
        case "log_loss" -> mean(name, weights, this::surprise);
        default -> mean(name, weights, top(Integer.parseInt(name.substring(TOP.length()))));
      };
    }

    private RankedScores ranked() {
      if (ranked == null) {
        ranked = new RankedScores(rows.scores(1), rows.are(1));
      }
      return ranked;
    }

    private double squares(int row) {
      double sum = 0;
      for (int k = rows.classes() == 2 ? 1 : 0; k < rows.classes(); k++) {
        double error = rows.score(row, k) - (rows.is(row, k) ? 1 : 0);
        sum += error * error;
      }
      return sum;
    }

    private double surprise(int row) {
      double probability = rows.score(row, (int) rows.truth(row));
      return -Math.log(Math.max(EPSILON, Math.min(1 - EPSILON, probability)));
    }

    private IntToDoubleFunction top(int most) {
      return row -> {
        int truth = (int) rows.truth(row);
        double own = rows.score(row, truth);
        int above = 0;
        for (int k = 0; k < rows.classes(); k++) {
          double other = rows.score(row, k);
          above += other > own || (other == own && k > truth) ? 1 : 0;
        }
        return above < most ? 1 : 0;
      };
    }
  }

  private final class OfNumbers extends Sample {
    OfNumbers(double[] weights) {
      super(weights);
    }

    @Override
    double own(String name) {
      return switch (name) {
        case "median_ae" -> medianError();
        case "mape" -> mean(name, weights, Figures.this::relativeError);
        case "explained_variance" -> explainedVariance();
        default -> usual(name);
      };
    }

    /** One of those of {@link RegressionMetrics}. */
    private double usual(String name) {
      RegressionMetrics metrics = new RegressionMetrics();
      for (int row = 0; row < weights.length; row++) {
        if (weights[row] > 0) {
          metrics.add(rows.truth(row), rows.prediction(row), weights[row]);
        }
      }
      for (int row = 0; row < weights.length; row++) {
        metrics.addAgain(rows.truth(row), weights[row]);
      }
      return metrics.metrics().stream()
          .filter(metric -> metric.name().equals(name))
          .findFirst()
          .orElseThrow()
          .value();
    }

    private double medianError() {
      double half = Arrays.stream(weights).sum() / 2;
      double below = 0;
      int[] order = byError();
      for (int i = 0; i < order.length; i++) {
        below += weights[order[i]];
        if (below >= half && weights[order[i]] > 0) {
          int next = i + 1;
          while (below == half && next < order.length && weights[order[next]] == 0) {
            next++;
          }
          boolean between = below == half && next < order.length;
          return between ? (error(order[i]) + error(order[next])) / 2 : error(order[i]);
        }
      }
      return Double.NaN;
    }

    private double explainedVariance() {
      double bias = mean("error", weights, row -> rows.truth(row) - rows.prediction(row));
      double centre = mean("truth", weights, rows::truth);
      SquareSum left = new SquareSum();
      SquareSum all = new SquareSum();
      for (int row = 0; row < weights.length; row++) {
        left.add(rows.truth(row) - rows.prediction(row) - bias, weights[row]);
        all.add(rows.truth(row) - centre, weights[row]);
      }
      return all.isZero() ? (left.isZero() ? 1 : 0) : 1 - left.over(all);
    }
  }

  private double error(int row) {
    return Math.abs(rows.prediction(row) - rows.truth(row));
  }

  private double relativeError(int row) {
    return error(row) / Math.max(Math.abs(rows.truth(row)), EPSILON);
  }

  private int[] byError() {
    if (byError == null) {
      double[] errors = new double[rows.rows()];
      Arrays.setAll(errors, this::error);
      byError = RadixSort.ascending(errors);
    }
    return byError;
  }
}
