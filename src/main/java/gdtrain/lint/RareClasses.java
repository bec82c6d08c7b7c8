package gdtrain.lint;

import gdtrain.dataset.encoding.LabelIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Classes of a single row or none, and classes that are rare beside the most frequent one. */
final class RareClasses implements Rule {
  private static final double RARE = 1.0 / 20;
  private static final int MOST_NAMED = 2;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    if (!rows.classes()) {
      return List.of();
    }
    List<String> classes = rows.target().classes();
    LabelIndex labels = new LabelIndex(rows.targetColumn(), rows.target().classes());
    int[] counts = new int[classes.size()];
    int[] last = new int[classes.size()];
    double[] weights = new double[classes.size()];
    for (int row = 0; row < rows.count(); row++) {
      int index = labels.of(row);
      counts[index]++;
      last[index] = row;
      weights[index] += rows.weight(row);
    }
    List<Finding> findings = new ArrayList<>();
    List<Integer> single =
        IntStream.range(0, counts.length).filter(k -> counts[k] < 2).boxed().toList();
    if (!single.isEmpty()) {
      findings.add(single(single, counts, last, rows));
    }
    if (findings.isEmpty() && rows.classWeights().none()) {
      imbalance(classes, weights, findings);
    }
    return findings;
  }

  private static Finding single(List<Integer> single, int[] counts, int[] last, TrainingRows rows) {
    List<String> classes = rows.target().classes();
    String named =
        single.stream()
            .limit(MOST_NAMED)
            .map(k -> "'%s' (%s)".formatted(classes.get(k), where(counts[k], last[k], rows)))
            .collect(Collectors.joining(", "));
    String sentence =
        single.size() == 1
            ? "class %s has too few rows to learn it and to tell how well; %s leaves it out"
                .formatted(named, FindingText.missing(classes.get(single.get(0)), rows))
            : "%,d classes have too few rows to learn them and to tell how well: %s%s; ⟦na⟧ with their names leaves them out"
                .formatted(single.size(), named, more(single.size() - MOST_NAMED));
    return Finding.warning("classes of one row", sentence);
  }

  private static String where(int count, int row, TrainingRows rows) {
    return count == 0 ? "no row to learn from" : "one row, " + rows.line(row);
  }

  private static String more(int count) {
    return count > 0 ? " and %,d more".formatted(count) : "";
  }

  private static void imbalance(List<String> classes, double[] weights, List<Finding> findings) {
    int rarest = 0;
    int usual = 0;
    for (int k = 1; k < weights.length; k++) {
      rarest = weights[k] < weights[rarest] ? k : rarest;
      usual = weights[k] > weights[usual] ? k : usual;
    }
    if (weights[rarest] < RARE * weights[usual]) {
      String sentence =
          "class '%s' occurs once for every %s rows of '%s', which make %s of all, so accuracy says little; ⟦class-weight⟧ balanced weights all classes equally"
              .formatted(
                  classes.get(rarest),
                  FindingText.rounded(weights[usual] / weights[rarest], 2),
                  classes.get(usual),
                  FindingText.percent(weights[usual] / Arrays.stream(weights).sum()));
      findings.add(Finding.hint("rare classes", sentence));
    }
  }
}
