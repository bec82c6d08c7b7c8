package gdtrain.lint;

import java.util.List;

/**
 * Something odd about the rows.
 *
 * @param severity how likely it is a mistake
 * @param kind what is found, in a few words; equal for all findings of a kind
 * @param sentence what, where, and what to do
 * @param columns the inputs it is about, if any: later rules skip them
 */
public record Finding(Severity severity, String kind, String sentence, List<String> columns) {
  /** Copies the columns. */
  public Finding {
    columns = List.copyOf(columns);
  }

  static Finding error(String kind, String sentence, String... columns) {
    return new Finding(Severity.ERROR, kind, sentence, List.of(columns));
  }

  static Finding warning(String kind, String sentence, String... columns) {
    return new Finding(Severity.WARNING, kind, sentence, List.of(columns));
  }

  static Finding hint(String kind, String sentence, String... columns) {
    return new Finding(Severity.HINT, kind, sentence, List.of(columns));
  }

  /** How likely a finding is a mistake. */
  public enum Severity {
    /** Nearly always a mistake: the run would be useless. */
    ERROR,
    /** It harms the run, or hides a mistake in the data. */
    WARNING,
    /** It may be intended. */
    HINT
  }
}
