package gdtrain.dataset;

import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.List;

/** How one input column becomes features; fitted on the training rows, kept in the model. */
public sealed interface Encoding permits NumericEncoding, CategoricalEncoding {
  /** The name of the input column. */
  String column();

  /** The names of the features it gives, in order. */
  List<String> features();

  /** How many features there are. */
  default int width() {
    return features().size();
  }

  /**
   * Writes the raw features of a row: missing cells are imputed, nothing is scaled.
   *
   * @param out receives as many numbers as there are features, from index {@code at}; holds zeros
   */
  void encode(Table table, Column column, int row, double[] out, int at);

  /** What all its features are measured in. */
  Unit unit();
}
