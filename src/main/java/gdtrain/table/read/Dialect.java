package gdtrain.table.read;

import java.util.Optional;

/**
 * How a file marks its cells and its comments.
 *
 * @param delimiter what separates cells
 * @param comment what starts a line that is a comment, if there are any
 */
record Dialect(char delimiter, Optional<Character> comment) {
  static Dialect of(char delimiter) {
    return new Dialect(delimiter, Optional.empty());
  }
}
