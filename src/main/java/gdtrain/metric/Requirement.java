package gdtrain.metric;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must hold of a metric: {@code NAME COMPARISON NUMBER}, such as {@code val_loss<=0.3}, or the
 * word {@code converged}. Comparisons are {@code <=}, {@code >=}, {@code <}, {@code >} and {@code
 * ==}; there is none for "not equal", which nearly every measured number would meet.
 *
 * @param text as it was written, without blanks
 * @param name of the metric
 * @param comparison of the metric, on the left, with the bound
 * @param bound a finite number
 */
public record Requirement(String text, String name, Comparison comparison, double bound) {
  /** The metric that is 1 where descent reached the minimum, and 0 where it did not. */
  public static final String CONVERGED = "converged";

  private static final Pattern COMPARED = Pattern.compile("([^<>=!]*)([<>=!]+)(.*)");

  /** How a metric is compared with a bound. */
  enum Comparison {
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">"),
    EQUAL("==");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    private static Optional<Comparison> of(String symbol) {
      return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
    }

    private static String symbols() {
      return Arrays.stream(values()).map(c -> c.symbol).collect(Collectors.joining(", "));
    }

    private boolean holds(double value, double bound) {
      return switch (this) {
        case AT_MOST -> value <= bound;
        case AT_LEAST -> value >= bound;
        case BELOW -> value < bound;
        case ABOVE -> value > bound;
        case EQUAL -> value == bound;
      };
    }
  }

  /**
   * Reads a requirement.
   *
   * @throws IllegalArgumentException if it is none; the sentence starts with what was written
   */
  public static Requirement parse(String written) {
    String text = written.strip().replaceAll("\\s*([<>=!]+)\\s*", "$1");
    if (text.equals(CONVERGED)) {
      return new Requirement(text, CONVERGED, Comparison.AT_LEAST, 1);
    }
    Matcher parts = COMPARED.matcher(text);
    if (!parts.matches()) {
      throw fault(written, "it compares nothing; quote it, since a shell keeps < and > to itself");
    }
    String name = parts.group(1);
    if (name.isEmpty()) {
      throw fault(written, "it has no name on the left");
    }
    if (name.equals(CONVERGED)) {
      throw fault(written, "converged stands alone");
    }
    Comparison comparison =
        Comparison.of(parts.group(2))
            .orElseThrow(() -> fault(written, parts.group(2) + " is no comparison"));
    return new Requirement(text, name, comparison, bound(parts.group(3), written));
  }

  private static double bound(String text, String written) {
    return OptionNumber.number(text)
        .orElseThrow(() -> fault(written, "'%s' on the right is no number".formatted(text)));
  }

  private static InvalidSetting fault(String written, String reason) {
    return new InvalidSetting(
        "'%s': %s; write a name, one of %s, and a number, such as 'r2>=0.9', or converged"
            .formatted(written, reason, Comparison.symbols()));
  }

  /** The metric's value among those measured; NaN if it was not measured. */
  public double measured(Map<String, Double> metrics) {
    return metrics.getOrDefault(name, Double.NaN);
  }

  /** Whether it holds. A metric that was not measured, or is not finite, meets no requirement. */
  public boolean metBy(Map<String, Double> metrics) {
    double value = measured(metrics);
    return Double.isFinite(value) && comparison.holds(value, bound);
  }
}
