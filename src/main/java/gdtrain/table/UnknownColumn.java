package gdtrain.table;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import java.util.List;

/**
 * An option asks for a column the table does not have: wrong usage, not bad data. The message is
 * one sentence with the option, the reference, the nearest column name and the columns there are.
 */
public final class UnknownColumn extends InvalidSetting {
  private static final long serialVersionUID = 1;

  private UnknownColumn(String sentence) {
    super(sentence);
  }

  static UnknownColumn named(String reference, List<String> header, String option) {
    return new UnknownColumn(
        "%s: there is no column %s%s; the columns are %s"
            .formatted(
                option,
                CellText.quoted(reference),
                suggestion(reference, header),
                CellText.list(header)));
  }

  static UnknownColumn numbered(String reference, int columns, String option) {
    return new UnknownColumn(
        "%s: there is no column %s; the %d columns are numbered from 1"
            .formatted(option, reference, columns));
  }

  private static String suggestion(String reference, List<String> header) {
    return Nearest.to(reference, header)
        .map(name -> " (did you mean " + CellText.quoted(name) + "?)")
        .orElse("");
  }
}
