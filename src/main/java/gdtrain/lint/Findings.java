package gdtrain.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is odd about the training rows.
 *
 * @param all the most severe first
 * @param looked how many rows were examined
 * @param rows how many there are
 */
public record Findings(List<Finding> all, int looked, int rows) {
  private static final int MOST_OF_A_KIND = 2;
  private static final int MOST_NAMED = 8;

  /** Copies the list. */
  public Findings {
    all = List.copyOf(all);
  }

  /** Lines for people, at most two of a kind in full. */
  public List<String> lines() {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    all.forEach(f -> kinds.computeIfAbsent(prefix(f) + f.kind(), k -> new ArrayList<>()).add(f));
    List<String> lines = new ArrayList<>();
    if (looked < rows) {
      lines.add("looked for what is odd in %,d of %,d rows, evenly spaced".formatted(looked, rows));
    }
    for (List<Finding> kind : kinds.values()) {
      kind.stream().limit(MOST_OF_A_KIND).map(f -> prefix(f) + f.sentence()).forEach(lines::add);
      if (kind.size() > MOST_OF_A_KIND) {
        lines.add(prefix(kind.get(0)) + more(kind.subList(MOST_OF_A_KIND, kind.size())));
      }
    }
    return lines;
  }

  private static String more(List<Finding> rest) {
    List<String> columns = rest.stream().flatMap(f -> f.columns().stream()).toList();
    String named =
        columns.stream().limit(MOST_NAMED).map("'%s'"::formatted).collect(Collectors.joining(", "));
    String others = columns.size() > MOST_NAMED ? " and so on" : "";
    return "%,d more %s%s%s"
        .formatted(rest.size(), rest.get(0).kind(), named.isEmpty() ? "" : ": " + named, others);
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
