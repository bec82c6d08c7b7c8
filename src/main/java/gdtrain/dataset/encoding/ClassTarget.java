package gdtrain.dataset.encoding;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One of two or more classes. Two classes need one output, 1 for the second class; more need one
 * output for every class.
 *
 * @param name of the column
 * @param classes the labels, numbers by value, others by code point, but a chosen positive one of
 *     two last
 * @param threshold the probability from which on the second of two is predicted, if not one half
 */
public record ClassTarget(String name, List<String> classes, OptionalDouble threshold)
    implements Target {
  /** Checks that there is something to tell apart. */
  public ClassTarget {
    if (classes.size() < 2) {
      throw new BadTable(
          "target '%s' has one class only, '%s': classification needs two or more"
              .formatted(name, classes.get(0)));
    }
    classes = List.copyOf(classes);
    if (threshold.isPresent() && classes.size() != 2) {
      throw new IllegalArgumentException("a threshold is for two classes");
    }
  }

  /** Classes of which the most probable one is predicted. */
  public ClassTarget(String name, List<String> classes) {
    this(name, classes, OptionalDouble.empty());
  }

  /** The classes that a column holds. */
  public static ClassTarget of(Column column) {
    return new ClassTarget(column.name(), Cells.labels(column));
  }

  @Override
  public Task task() {
    return Task.CLASSIFICATION;
  }

  @Override
  public int outputs() {
    return classes.size() == 2 ? 1 : classes.size();
  }

  @Override
  public List<String> outputNames() {
    return classes.size() == 2 ? classes.subList(1, 2) : classes;
  }

  @Override
  public CellEncoder on(Table table, Column column) {
    LabelIndex labels = new LabelIndex(column, classes);
    boolean one = outputs() == 1;
    return (from, count, out, at, stride) -> {
      for (int i = 0, to = at; i < count; i++, to += stride) {
        int index = labels.of(from + i);
        if (index < 0) {
          throw Cells.at(
              table, column, from + i, "is not one of the classes " + CellText.list(classes));
        }
        if (one) {
          out[to] = index;
        } else {
          Arrays.fill(out, to, to + classes.size(), 0);
          out[to + index] = 1;
        }
      }
    };
  }

  @Override
  public boolean alwaysFits(Column column) {
    return column instanceof TextColumn texts && new HashSet<>(classes).containsAll(texts.levels());
  }
}
