package gdtrain.table.read;

import gdtrain.table.Selection;
import gdtrain.table.UnknownColumn;
import gdtrain.table.store.GrowingFactor;
import java.util.Optional;

/**
 * Asks for a {@link gdtrain.qr.RawFactor} of the columns of numbers, to be made while they are
 * read.
 *
 * @param target the column that is to be predicted; empty: the last one. If it holds text, or two
 *     different values as classes do, nothing is factorised
 * @param mostRows the most rows that there may be; if there are more, nothing is factorised
 */
public record FactorRequest(Optional<String> target, int mostRows) {
  /** Begins the factor; empty where the target holds no numbers, or is not in the table at all. */
  Optional<GrowingFactor> begin(CsvSchema schema) {
    try {
      int index =
          target
              .map(t -> Selection.resolveOne(t, schema.layout().names(), "⟦target⟧"))
              .orElse(schema.columns() - 1);
      return schema.isNumber(index)
          ? Optional.of(new GrowingFactor(schema.numericColumns(), schema.number(index), mostRows))
          : Optional.empty();
    } catch (UnknownColumn e) {
      return Optional.empty(); // the option that names it says so
    }
  }
}
