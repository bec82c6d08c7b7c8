package gdtrain.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is odd about the training rows.
 *
 * @param all the most severe first
 * @param looked how many rows were examined
 * @param rows how many there are
 */
public record Findings(List<Finding> all, int looked, int rows) {
  private static final int MOST_OF_A_KIND = 5;

  /** Copies the list. */
  public Findings {
    all = List.copyOf(all);
  }

  /** Lines for people, at most five of a kind. */
  public List<String> lines() {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    all.forEach(f -> kinds.computeIfAbsent(prefix(f) + f.kind(), k -> new ArrayList<>()).add(f));
    List<String> lines = new ArrayList<>();
    if (looked < rows) {
      lines.add("looked for what is odd in %,d of %,d rows, evenly spaced".formatted(looked, rows));
    }
    for (List<Finding> kind : kinds.values()) {
      kind.stream().limit(MOST_OF_A_KIND).map(f -> prefix(f) + f.sentence()).forEach(lines::add);
      Finding first = kind.get(0);
      if (kind.size() > MOST_OF_A_KIND) {
        int more = kind.size() - MOST_OF_A_KIND;
        lines.add(prefix(first) + "and %,d more: %s".formatted(more, first.kind()));
      }
    }
    return lines;
  }

  private static String prefix(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT) + ": ";
  }

  /** The sentences of errors and warnings. */
  public List<String> objections() {
    return all.stream()
        .filter(f -> f.severity() != Finding.Severity.HINT)
        .map(Finding::sentence)
        .toList();
  }
}
