package gdtrain.lint;

import java.util.List;

/**
 * Something odd about the rows.
 *
 * @param severity how sure it is that it is a mistake
 * @param kind what is found, in a few words; the same for all findings of a kind
 * @param columns the inputs it is about, if any: no later rule looks at them
 * @param sentence what, where, and what to do
 */
public record Finding(Severity severity, String kind, List<String> columns, String sentence) {
  /** Copies the columns. */
  public Finding {
    columns = List.copyOf(columns);
  }
}
