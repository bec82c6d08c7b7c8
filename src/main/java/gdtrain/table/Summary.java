package gdtrain.table;

import gdtrain.qr.RawFactor;
import java.util.List;
import java.util.Optional;

/**
 * What all rows of a file have come to while it was read.
 *
 * @param statistics of each column's numbers, each of weight 1
 * @param factor of the columns of numbers, if one was wished for and could be made
 */
record Summary(List<Statistics> statistics, Optional<RawFactor> factor) {
  Summary {
    statistics = List.copyOf(statistics);
  }
}
