package gdtrain.lint;

import gdtrain.table.Column;
import gdtrain.table.Selection;
import java.util.ArrayList;
import java.util.List;

/** Options that mend what was found, as a shell takes them. */
final class Remedy {
  private Remedy() {}

  /** {@code --exclude}, with what is left out already: the option may be given once only. */
  static String exclude(Column column, TrainingRows rows) {
    boolean typable = column.name().chars().noneMatch(Character::isISOControl);
    List<String> references = new ArrayList<>(rows.wishes().exclude().references());
    references.add(typable ? column.name() : Integer.toString(column.position()));
    return option("--exclude", references);
  }

  /** {@code --na}, which reads a cell as missing wherever it stands, with what it has already. */
  static String missing(String cell, TrainingRows rows) {
    List<String> tokens = new ArrayList<>(rows.table().missingTokens());
    tokens.add(cell);
    return option("--na", tokens);
  }

  private static String option(String name, List<String> references) {
    String argument = new Selection(references).argument();
    return name + (argument.startsWith("-") ? "=" : " ") + argument;
  }
}
