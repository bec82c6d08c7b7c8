package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.Transform;
import gdtrain.table.NumericColumn;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns enter otherwise than as they are.
 *
 * @param logarithms inputs that enter as their logarithm
 * @param target what is predicted of the target's number
 */
public record Transforms(Selection logarithms, Transform target) {
  /** All columns as they are. */
  public static final Transforms NONE = new Transforms(Selection.none(), Transform.NONE);

  /**
   * The names of the columns that enter as their logarithm.
   *
   * @param inputs the names of the inputs
   * @throws InvalidSetting if one of them is no input of numbers
   */
  Set<String> logarithms(Table table, List<String> inputs) {
    Set<String> names = new TreeSet<>();
    for (int index : logarithms.resolve(table.columnNames(), "⟦log-inputs⟧")) {
      String name = table.columnNames().get(index);
      if (!inputs.contains(name) || !(table.columns().get(index) instanceof NumericColumn)) {
        throw new InvalidSetting(
            "⟦log-inputs⟧: column '%s' is no input of numbers".formatted(name));
      }
      names.add(name);
    }
    return names;
  }

  /** Refuses a transformed target of classes. */
  void checkClasses(String column) {
    if (target != Transform.NONE) {
      throw new InvalidSetting(
          "⟦target-transform⟧ is for numbers, and the target '%s' has classes; ⟦task⟧ regression reads numbers as such"
              .formatted(column));
    }
  }
}
