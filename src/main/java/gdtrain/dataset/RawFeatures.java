package gdtrain.dataset;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The encodings bound to the columns of one table: the features of one row before scaling. */
final class RawFeatures {
  private final Table table;
  private final CellEncoder[] encoders;
  private final int[] starts;
  private final List<String> names = new ArrayList<>();
  private final List<Column> sources = new ArrayList<>();

  RawFeatures(List<Encoding> encodings, Table table) {
    this.table = table;
    this.encoders = new CellEncoder[encodings.size()];
    this.starts = new int[encoders.length];
    for (int i = 0; i < encoders.length; i++) {
      Encoding encoding = encodings.get(i);
      Column column = Cells.column(table, encoding.column());
      encoders[i] = encoding.on(table, column);
      starts[i] = names.size();
      for (String feature : encoding.features()) {
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
      encoders[i].encode(row, out, starts[i]);
    }
  }

  /** The sentence for a row whose value of a feature is at fault. */
  BadTable at(int feature, int row, String fault) {
    return Cells.at(table, sources.get(feature), row, fault);
  }
}
