package gdtrain.lint;

import gdtrain.dataset.encoding.LabelIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Classes whose names differ only in case or blanks, which are mostly one class spelt in ways. */
final class SimilarClasses implements Rule {
  private static final int MOST_NAMED = 3;

  @Override
  public List<Finding> findings(TrainingRows rows) {
    List<String> classes = rows.target().classes();
    Map<String, List<Integer>> spellings = new LinkedHashMap<>();
    for (int k = 0; k < classes.size(); k++) {
      spellings.computeIfAbsent(bare(classes.get(k)), key -> new ArrayList<>()).add(k);
    }
    List<List<Integer>> similar = spellings.values().stream().filter(k -> k.size() > 1).toList();
    return similar.isEmpty() ? List.of() : List.of(finding(similar, rows));
  }

  /** In lower case without blanks of any kind. */
  private static String bare(String label) {
    return label
        .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static Finding finding(List<List<Integer>> similar, TrainingRows rows) {
    List<String> classes = rows.target().classes();
    int[] counts = counts(rows);
    String named =
        similar.stream()
            .limit(MOST_NAMED)
            .map(group -> names(group, classes, counts))
            .collect(Collectors.joining("; "));
    int more = similar.size() - MOST_NAMED;
    String sentence =
        "target '%s' has classes whose names differ only in case or blanks: %s%s; give each class one name in the file"
            .formatted(
                rows.targetColumn().name(),
                named,
                more > 0 ? "; and %,d more".formatted(more) : "");
    return Finding.warning("classes whose names differ only in case or blanks", sentence);
  }

  private static String names(List<Integer> group, List<String> classes, int[] counts) {
    return group.stream()
        .map(k -> "'%s' (%,d rows)".formatted(classes.get(k), counts[k]))
        .collect(Collectors.joining(", "));
  }

  private static int[] counts(TrainingRows rows) {
    LabelIndex labels = new LabelIndex(rows.targetColumn(), rows.target().classes());
    int[] counts = new int[rows.target().classes().size()];
    for (int row = 0; row < rows.count(); row++) {
      counts[labels.of(row)]++;
    }
    return counts;
  }
}
