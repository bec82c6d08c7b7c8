package gdtrain.table;

import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * An option asks for a column the table does not have: wrong usage, not bad data. The message is
 * one sentence with the option, the reference, the nearest column name and the columns there are.
 */
public final class UnknownColumn extends IllegalArgumentException {
  private UnknownColumn(String sentence) {
    super(sentence);
  }

  static UnknownColumn named(String reference, List<String> header, String option) {
    return new UnknownColumn(
        "%s: there is no column %s%s; the columns are %s"
            .formatted(
                option,
                Shown.quoted(reference),
                suggestion(reference, header),
                Shown.list(header)));
  }

  static UnknownColumn numbered(String reference, int columns, String option) {
    return new UnknownColumn(
        "%s: there is no column %s; the %d columns are numbered from 1"
            .formatted(option, reference, columns));
  }

  private static String suggestion(String reference, List<String> header) {
    int fewest = 2 + reference.length() / 3;
    String best = "";
    for (String name : header) {
      int edits = edits(reference, name);
      if (edits < fewest) {
        fewest = edits;
        best = " (did you mean " + Shown.quoted(name) + "?)";
      }
    }
    return best;
  }

  private static int edits(String reference, String name) {
    String ignoringCase = reference.toLowerCase(Locale.ROOT);
    return LevenshteinDistance.getDefaultInstance()
        .apply(ignoringCase, name.toLowerCase(Locale.ROOT));
  }
}
