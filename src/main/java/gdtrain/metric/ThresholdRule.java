package gdtrain.metric;

import gdtrain.choice.Choice;
import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.choice.Range;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * From which probability on the second of two classes is predicted: a number, or what serves an aim
 * best on some rows.
 *
 * <p>The candidates are 1 and every probability that a row has. Where rows come in folds, each fold
 * is measured alone and the mean counts, each fold the same, as in scikit-learn's
 * TunedThresholdClassifierCV; of equal candidates the lowest is taken.
 */
public final class ThresholdRule {
  private static final String KEY = "threshold";
  private static final Map<String, Aim> FIGURES = figures();

  private final String name;
  private final OptionalDouble fixed;
  private final Aim aim;

  private ThresholdRule(String name, OptionalDouble fixed, Aim aim) {
    this.name = name;
    this.fixed = fixed;
    this.aim = aim;
  }

  /** What is to be as high as possible. */
  @FunctionalInterface
  private interface Aim {
    /**
     * Its value.
     *
     * @param right the weight of the positive rows that are called positive
     * @param wrong that of the negative ones
     * @param rows the weights of all negative and of all positive rows
     */
    double of(double right, double wrong, double[] rows);
  }

  /**
   * What was chosen.
   *
   * @param value what the aim comes to; a cost is negative
   * @param usual what it comes to from one half on
   */
  public record Chosen(double threshold, double value, double usual) {}

  /**
   * Reads a rule: a number from 0 to 1, {@code best:} and a figure, or {@code cost:fp=1,fn=5}.
   *
   * @throws InvalidSetting if it is none
   */
  public static ThresholdRule parse(String text) {
    OptionalDouble number = OptionNumber.number(text);
    if (number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 1) {
      return new ThresholdRule(text, number, (right, wrong, rows) -> 0);
    }
    if (text.startsWith("best:") && FIGURES.containsKey(text.substring(5))) {
      String figure = text.substring(5);
      return new ThresholdRule("best " + figure, OptionalDouble.empty(), FIGURES.get(figure));
    }
    if (text.startsWith("cost:")) {
      return costs(Choice.parse(KEY, text));
    }
    throw new InvalidSetting(
        "⟦%s⟧ takes a probability from 0 to 1, best: and one of %s, such as best:f1, or cost:fp=1,fn=5, not '%s'"
            .formatted(KEY, String.join(", ", FIGURES.keySet()), text));
  }

  private static ThresholdRule costs(Choice choice) {
    double alarm = choice.number("fp", Double.NaN, Range.NOT_NEGATIVE);
    double miss = choice.number("fn", Double.NaN, Range.NOT_NEGATIVE);
    choice.checkAllUsed();
    return new ThresholdRule(
        "least cost",
        OptionalDouble.empty(),
        (right, wrong, rows) -> -(alarm * wrong + miss * (rows[1] - right)) / (rows[0] + rows[1]));
  }

  private static Map<String, Aim> figures() {
    Map<String, Aim> figures = new LinkedHashMap<>();
    figures.put(
        "accuracy", (right, wrong, rows) -> (right + rows[0] - wrong) / (rows[0] + rows[1]));
    figures.put("balanced_accuracy", ThresholdRule::balancedAccuracy);
    figures.put(
        "f1", (right, wrong, rows) -> right == 0 ? 0 : 2 * right / (right + wrong + rows[1]));
    figures.put("mcc", ThresholdRule::mcc);
    return figures;
  }

  private static double balancedAccuracy(double right, double wrong, double[] rows) {
    double found = right / rows[1];
    double spared = (rows[0] - wrong) / rows[0];
    return rows[1] == 0 ? spared : rows[0] == 0 ? found : (found + spared) / 2;
  }

  private static double mcc(double right, double wrong, double[] rows) {
    double called = right + wrong;
    double spread = called * (rows[0] + rows[1] - called) * rows[0] * rows[1];
    return spread <= 0 ? 0 : (right * rows[0] - wrong * rows[1]) / Math.sqrt(spread);
  }

  /** The threshold, if it is given and not chosen. */
  public OptionalDouble fixed() {
    return fixed;
  }

  /** The aim in words, such as {@code best f1} or {@code least cost}. */
  public String name() {
    return name;
  }

  /**
   * The threshold that serves the aim best.
   *
   * @param folds rows of two classes with probabilities, at least one
   */
  public Chosen choose(List<ScoredRows> folds) {
    List<Fold> counted = folds.stream().map(Fold::new).toList();
    double[] candidates =
        folds.stream()
            .flatMapToDouble(fold -> Arrays.stream(fold.scores(1)))
            .distinct()
            .filter(score -> score < 1)
            .sorted()
            .toArray();
    double best = 1;
    double value = mean(counted, 1);
    for (int i = candidates.length - 1; i >= 0; i--) {
      double reached = mean(counted, candidates[i]);
      if (reached >= value) {
        best = candidates[i];
        value = reached;
      }
    }
    return new Chosen(best, value, mean(folds.stream().map(Fold::new).toList(), 0.5));
  }

  private double mean(List<Fold> folds, double threshold) {
    double sum = 0;
    for (Fold fold : folds) {
      sum += fold.value(threshold);
    }
    return sum / folds.size();
  }

  /** The rows of a fold, from the highest score to the lowest. */
  private final class Fold {
    private final ScoredRows rows;
    private final double[] scores;
    private final int[] order;
    private final double[] all = new double[2];
    private final double[] called = new double[2];
    private int left;

    Fold(ScoredRows rows) {
      this.rows = rows;
      this.scores = rows.scores(1);
      this.order = RadixSort.ascending(scores);
      this.left = order.length;
      for (int row = 0; row < rows.rows(); row++) {
        all[rows.is(row, 1) ? 1 : 0] += rows.weights()[row];
      }
    }

    /** What the aim comes to; thresholds must fall from call to call. */
    double value(double threshold) {
      for (; left > 0 && scores[order[left - 1]] >= threshold; left--) {
        int row = order[left - 1];
        called[rows.is(row, 1) ? 1 : 0] += rows.weights()[row];
      }
      return aim.of(called[1], called[0], all);
    }
  }
}
