package gdtrain.dataset;

import gdtrain.table.BadTable;
import java.util.List;

/** A product bound to the features of one table. */
final class BoundProduct {
  private final RawFeatures features;
  private final List<String> names;
  private final int[] factors;

  BoundProduct(RawFeatures features, List<String> names) {
    this.features = features;
    this.names = names;
    this.factors = names.stream().mapToInt(features::index).toArray();
  }

  /**
   * The product of a row.
   *
   * @param raw has the row's features from index {@code at} on
   * @throws BadTable if it is too large for a number
   */
  double value(int row, double[] raw, int at) {
    double value = 1;
    for (int factor : factors) {
      value *= raw[at + factor];
    }
    if (!Double.isFinite(value)) {
      throw tooLarge(row, raw, at);
    }
    return value;
  }

  /** The index of a feature in it. */
  int firstFactor() {
    return factors[0];
  }

  private BadTable tooLarge(int row, double[] raw, int at) {
    int largest = factors[0];
    for (int factor : factors) {
      largest = Math.abs(raw[at + factor]) > Math.abs(raw[at + largest]) ? factor : largest;
    }
    return features.at(
        largest,
        row,
        "makes the input '%s' too large for a number; give the column another unit"
            .formatted(Product.name(names)));
  }
}
