package gdtrain.table;

import java.util.List;
import java.util.Optional;

/**
 * The wish for a {@link gdtrain.qr.RawFactor} of the columns of numbers, made while they are read.
 *
 * @param target the column that is to be predicted; empty: the last one. If it holds text, or two
 *     different values as classes do, nothing is factorised
 * @param mostRows there may be, else nothing is factorised
 */
public record Factoring(Optional<String> target, int mostRows) {
  /** The index of the target; nothing if there is no such column, which others will say. */
  Optional<Integer> target(List<String> names) {
    try {
      return Optional.of(
          target.map(t -> Selection.resolveOne(t, names, "--target")).orElse(names.size() - 1));
    } catch (UnknownColumn e) {
      return Optional.empty();
    }
  }
}
