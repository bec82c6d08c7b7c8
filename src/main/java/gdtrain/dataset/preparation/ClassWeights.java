package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.table.CellText;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much more the rows of a class count.
 *
 * @param balanced whether every class is to count the same: factor {@code sum w / (K sum w of the
 *     class)}, where K is the number of classes met (King and Zeng 2001)
 * @param factors of the classes named; the others have 1
 */
public record ClassWeights(boolean balanced, Map<String, Double> factors) {
  /** A label, in quotes if it holds a comma or a quote, then the last equals sign and a number. */
  private static final Pattern ITEM =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]+))=([^,=]+)(,|$)");

  /** Copies the factors. */
  public ClassWeights {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors)); // in the order given
  }

  /**
   * Reads the text of an option.
   *
   * @param text {@code balanced} or {@code label=number,label=number}; null for none
   * @throws IllegalArgumentException if it is neither
   */
  public static ClassWeights parse(String text) {
    if (text == null || text.equals("balanced")) {
      return new ClassWeights(text != null, Map.of());
    }
    Map<String, Double> factors = new LinkedHashMap<>();
    Matcher item = ITEM.matcher(text);
    int end = 0;
    while (item.find()) {
      String label = item.group(2) == null ? item.group(1).replace("\"\"", "\"") : item.group(2);
      if (factors.put(label, factor(label, item.group(3))) != null) {
        throw new InvalidSetting("⟦class-weight⟧ sets '%s' twice".formatted(label));
      }
      end = item.group(4).isEmpty() ? text.length() : item.end();
    }
    if (end < text.length() || text.isEmpty() || text.endsWith(",")) {
      throw new InvalidSetting(
          "⟦class-weight⟧ takes balanced or LABEL=N,LABEL=N, not '%s'; put double quotes around a label that holds a comma"
              .formatted(text));
    }
    return new ClassWeights(false, factors);
  }

  private static double factor(String label, String number) {
    double factor = OptionNumber.number(number).orElse(-1);
    if (factor >= 0) {
      return factor;
    }
    throw new InvalidSetting(
        "⟦class-weight⟧: '%s' must weigh 0 or more, not '%s'".formatted(label, number));
  }

  /** Whether every row counts by its own weight only. */
  public boolean none() {
    return !balanced && factors.isEmpty();
  }

  /**
   * The rows with their weights times the factors of their classes.
   *
   * @throws IllegalArgumentException if the target has no such class, or no classes, or no row
   *     keeps a weight
   */
  public Dataset weigh(Dataset rows, Target target) {
    if (none()) {
      return rows;
    }
    check(target);
    Dataset weighed = rows.weighedByClass(byClass(target.classes(), rows));
    if (!(weighed.totalWeight() > 0)) {
      throw new InvalidSetting("⟦class-weight⟧ leaves no training row with a weight");
    }
    return weighed;
  }

  private void check(Target target) {
    if (target.classes().isEmpty()) {
      throw new InvalidSetting(
          "⟦class-weight⟧ needs classes, but target '%s' is a number".formatted(target.name()));
    }
    Set<String> classes = new HashSet<>(target.classes());
    for (String label : factors.keySet()) {
      if (!classes.contains(label)) {
        throw new InvalidSetting(
            "⟦class-weight⟧: target '%s' has no class '%s'; its classes are %s"
                .formatted(target.name(), label, CellText.list(target.classes())));
      }
    }
  }

  private double[] byClass(List<String> classes, Dataset rows) {
    double[] byClass = new double[classes.size()];
    Arrays.setAll(byClass, k -> factors.getOrDefault(classes.get(k), 1.0));
    if (balanced) {
      double[] sums = new double[byClass.length];
      rows.forEachTarget(
          part -> {
            for (int i = 0; i < part.count(); i++) {
              sums[part.label(i)] += part.weights()[i];
            }
          });
      double share = Arrays.stream(sums).sum() / Arrays.stream(sums).filter(s -> s > 0).count();
      Arrays.setAll(byClass, k -> sums[k] > 0 ? share / sums[k] : 0);
    }
    return byClass;
  }
}
