package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.table.CellText;
import gdtrain.table.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The class and the categories that the others are compared with, where the user chooses them.
 *
 * @param positive of two classes the one whose probability is predicted; empty: the second
 * @param bases {@code column=level}: the level without an input of its own, so that the parameters
 *     of the column's others tell how they differ from it; a column not named has its first
 */
public record ReferenceLevels(Optional<String> positive, List<String> bases) {
  /** Nothing is chosen. */
  public static final ReferenceLevels USUAL = new ReferenceLevels(Optional.empty(), List.of());

  /** Copies the bases. */
  public ReferenceLevels {
    bases = List.copyOf(bases);
  }

  /**
   * The target with the chosen class as the second.
   *
   * @throws InvalidSetting if it is none of its two classes
   */
  ClassTarget order(ClassTarget target) {
    if (positive.isEmpty()) {
      return target;
    }
    List<String> classes = target.classes();
    if (classes.size() != 2) {
      throw new InvalidSetting(
          "⟦positive⟧ needs two classes, but target '%s' has %,d"
              .formatted(target.name(), classes.size()));
    }
    int second = classes.indexOf(positive.get());
    if (second < 0) {
      throw new InvalidSetting(
          "⟦positive⟧: target '%s' has no class %s; its classes are %s"
              .formatted(target.name(), CellText.quoted(positive.get()), CellText.list(classes)));
    }
    return new ClassTarget(target.name(), List.of(classes.get(1 - second), classes.get(second)));
  }

  /** Refuses a chosen class where a number is predicted. */
  void checkNumeric(String target) {
    if (positive.isPresent()) {
      throw new InvalidSetting(
          "⟦positive⟧ needs two classes, but target '%s' is a number".formatted(target));
    }
  }

  /**
   * The chosen levels by the names of their columns.
   *
   * @param header the names of all columns
   * @throws InvalidSetting if there is no such column, or it is named twice
   */
  Map<String, String> baseByColumn(List<String> header) {
    Map<String, String> levels = new HashMap<>();
    for (String text : bases) {
      int equals = endOfColumn(text, header);
      String column = text.substring(0, equals);
      String name = header.get(Selection.resolveOne(column, header, "⟦base⟧"));
      if (levels.put(name, text.substring(equals + 1)) != null) {
        throw new InvalidSetting("⟦base⟧ names column '%s' twice".formatted(name));
      }
    }
    return levels;
  }

  /** Where the level begins; the name of a column, and a level, may hold equals signs. */
  private static int endOfColumn(String text, List<String> header) {
    int first = text.indexOf('=');
    if (first < 1) {
      throw new InvalidSetting(
          "⟦base⟧ takes COLUMN=LEVEL, not %s".formatted(CellText.quoted(text)));
    }
    for (int at = first; at >= 0; at = text.indexOf('=', at + 1)) {
      if (header.contains(text.substring(0, at))) {
        return at;
      }
    }
    return first;
  }

  /**
   * The levels with the chosen one first.
   *
   * @throws InvalidSetting if it is none of them
   */
  static List<String> order(String column, List<String> levels, String base) {
    List<String> ordered = new ArrayList<>(levels);
    if (!ordered.remove(base)) {
      throw new InvalidSetting(
          "⟦base⟧: column '%s' has no category %s; its categories are %s"
              .formatted(column, CellText.quoted(base), CellText.list(levels)));
    }
    ordered.add(0, base);
    return ordered;
  }
}
