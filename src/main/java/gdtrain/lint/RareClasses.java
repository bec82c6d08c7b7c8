package gdtrain.lint;

import gdtrain.dataset.encoding.LabelIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Classes of a single row or none, and classes that are rare beside the most frequent one. */
final class RareClasses implements Rule {
  private static final double RARE = 1.0 / 20;

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
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] < 2) {
        findings.add(single(classes.get(k), counts[k], last[k], rows));
      }
    }
    if (findings.isEmpty() && rows.classWeights().none()) {
      imbalance(classes, weights, findings);
    }
    return findings;
  }

  private static Finding single(String label, int count, int row, TrainingRows rows) {
    String where = count == 0 ? "no row to learn from" : "one row only, " + rows.line(row);
    String sentence =
        "class '%s' has %s: too few to learn it and to tell how well; %s leaves it out"
            .formatted(label, where, FindingText.missing(label, rows));
    return Finding.warning("classes of one row", sentence);
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
          "class '%s' is met once for %s times '%s', which alone makes %s of all, so accuracy says little; ⟦class-weight⟧ balanced has classes count the same"
              .formatted(
                  classes.get(rarest),
                  FindingText.rounded(weights[usual] / weights[rarest], 2),
                  classes.get(usual),
                  FindingText.percent(weights[usual] / Arrays.stream(weights).sum()));
      findings.add(Finding.hint("rare classes", sentence));
    }
  }
}
