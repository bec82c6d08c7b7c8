package gdtrain.dataset;

import gdtrain.table.Table;
import java.util.BitSet;

/**
 * A part of a cross-validation.
 *
 * @param name tells it from the others
 * @param held the rows, from 0, that are only measured; the others are learned from
 */
record Fold(String name, BitSet held) {
  /** The rows by their use; those held out are test rows, which decide nothing. */
  Split split(Table rows) {
    BitSet learned = new BitSet();
    learned.set(0, rows.rows());
    learned.andNot(held);
    return new Split(
        rows.select(learned.stream().toArray()),
        rows.select(new int[0]),
        rows.select(held.stream().toArray()));
  }
}
