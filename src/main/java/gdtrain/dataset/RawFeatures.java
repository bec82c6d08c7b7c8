package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The encodings bound to the columns of one table: the features of one row before scaling. */
final class RawFeatures {
  private final List<Encoding> encodings;
  private final Table table;
  private final List<Column> columns;
  private final int[] starts;
  private final List<String> names = new ArrayList<>();
  private final List<Column> sources = new ArrayList<>();

  RawFeatures(List<Encoding> encodings, Table table) {
    this.encodings = encodings;
    this.table = table;
    this.columns = encodings.stream().map(e -> Cells.column(table, e.column())).toList();
    this.starts = new int[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      starts[i] = names.size();
      for (String feature : encodings.get(i).features()) {
        names.add(feature);
        sources.add(column);
      }
    }
  }

  /** How many features there are. */
  int width() {
    return names.size();
  }

  int index(String name) {
    return names.indexOf(name);
  }

  /** Writes the features of a row over what {@code out} holds. */
  void read(int row, double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < starts.length; i++) {
      encodings.get(i).encode(table, columns.get(i), row, out, starts[i]);
    }
  }

  /** The sentence for a row whose value of a feature is at fault. */
  BadTable at(int feature, int row, String fault) {
    return Cells.at(table, sources.get(feature), row, fault);
  }
}
