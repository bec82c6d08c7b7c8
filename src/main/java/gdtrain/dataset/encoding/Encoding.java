package gdtrain.dataset.encoding;

import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;

/** How one input column becomes features; fitted on the training rows, kept in the model. */
public sealed interface Encoding permits NumericEncoding, CategoricalEncoding, MissingIndicator {
  /** The name of the input column. */
  String column();

  /** The names of the features it gives, in order. */
  List<String> features();

  /** How many features there are. */
  default int width() {
    return features().size();
  }

  /** Gives a column's raw features: missing cells are imputed, nothing is scaled. */
  CellEncoder on(Table table, Column column);

  /** Whether a missing cell is read as one that is there. */
  boolean imputes();

  /** Whether no cell of the column can be at fault. */
  boolean alwaysFits(Column column);

  /** What all its features are measured in. */
  Unit unit();
}
