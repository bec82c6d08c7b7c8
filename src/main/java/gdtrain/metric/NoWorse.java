package gdtrain.metric;

import gdtrain.choice.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That a run's metrics are no worse than those of an earlier one: losses and errors not higher,
 * scores not lower, each by more than is allowed.
 *
 * @param source where the earlier metrics are from, for people
 * @param section which rows they are of, by the name that a file of metrics gives them
 * @param base the earlier metrics of that section by name
 * @param allowed how much worse a metric may be, 0 or more
 * @param relative whether that is a share of the size of the earlier value, not a difference
 */
public record NoWorse(
    String source, Section section, Map<String, Double> base, double allowed, boolean relative) {
  private static final Set<String> ERRORS =
      Set.of("loss", "mse", "rmse", "mae", "median_ae", "mape", "brier", "log_loss");
  private static final Pattern SCORES =
      Pattern.compile(
          "r2|d2|explained_variance|accuracy|balanced_accuracy|precision|recall|f1|auc|pr_auc|mcc"
              + "|macro_f1|weighted_f1|top_[0-9]+");

  /** Which rows were measured; where a file has several, the first of these tells most. */
  public enum Section {
    /** Rows that training has not seen. */
    TEST("test rows", MetricNames.TEST),
    /** Rows that training has watched. */
    VALIDATION("validation rows", MetricNames.VALIDATION),
    /** Rows that a saved model was applied to. */
    EVALUATION("evaluated rows", ""),
    /** Means over the folds of a cross-validation. */
    MEAN("folds", ""),
    /** Rows that were learned from. */
    TRAIN("training rows", "");

    private final String rows;
    private final String prefix;

    Section(String rows, String prefix) {
      this.rows = rows;
      this.prefix = prefix;
    }

    /** What stands before the names of its metrics. */
    String prefix() {
      return prefix;
    }
  }

  /**
   * A metric beside its earlier value.
   *
   * @param name as requirements use it
   * @param base the earlier value
   * @param value that was measured; NaN where it is not defined
   * @param limit the worst value that is allowed
   * @param met whether it is no worse
   */
  public record Figure(String name, double base, double value, double limit, boolean met) {}

  /** Keeps the metrics that are better when they are lower, or higher. */
  public NoWorse {
    Map<String, Double> comparable = new LinkedHashMap<>(base);
    comparable
        .entrySet()
        .removeIf(e -> !isComparable(e.getKey()) || !Double.isFinite(e.getValue()));
    base = Map.copyOf(comparable);
  }

  /** Whether a metric is better when it is lower. */
  public static boolean isError(String name) {
    return ERRORS.contains(name);
  }

  /** Whether a metric is better when it is lower, or when it is higher. */
  public static boolean isComparable(String name) {
    return ERRORS.contains(name) || SCORES.matcher(name).matches();
  }

  /**
   * Refuses metrics that a run does not measure.
   *
   * @throws InvalidSetting in whose sentence both are named
   */
  public void check(MetricNames names) {
    if (!names.sections().contains(section)) {
      throw new InvalidSetting(
          "⟦no-worse-than⟧: the metrics in %s are of %s, this run measures %s"
              .formatted(
                  source,
                  section.rows,
                  String.join(
                      " and ", names.sections().stream().map(other -> other.rows).toList())));
    }
    if (base.keySet().stream().noneMatch(name -> names.names().contains(section.prefix + name))) {
      throw new InvalidSetting(
          "⟦no-worse-than⟧: %s has no metric of those that can be compared here, %s"
              .formatted(
                  source,
                  String.join(
                      ", ", names.names().stream().filter(NoWorse::isComparable).toList())));
    }
  }

  /** Each metric that both have, in the order in which they were measured. */
  public List<Figure> compare(Map<String, Double> measured) {
    return measured.keySet().stream()
        .filter(name -> name.startsWith(section.prefix))
        .map(name -> name.substring(section.prefix.length()))
        .filter(base::containsKey)
        .map(name -> figure(name, measured.get(section.prefix + name)))
        .toList();
  }

  private Figure figure(String name, double value) {
    double before = base.get(name);
    double room = relative ? allowed * Math.abs(before) : allowed;
    boolean error = isError(name);
    double limit = error ? before + room : before - room;
    boolean met = Double.isFinite(value) && (error ? value <= limit : value >= limit);
    return new Figure(section.prefix + name, before, value, limit, met);
  }
}
