package gdtrain.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a figure is compared with a bound. */
enum Comparison {
  AT_MOST("<="),
  AT_LEAST(">="),
  BELOW("<"),
  ABOVE(">"),
  EQUAL("==");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** The comparison of that symbol, if there is one. */
  static Optional<Comparison> of(String symbol) {
    return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
  }

  /** All symbols, as a list for people. */
  static String symbols() {
    return Arrays.stream(values()).map(c -> c.symbol).collect(Collectors.joining(", "));
  }

  boolean holds(double value, double bound) {
    return switch (this) {
      case AT_MOST -> value <= bound;
      case AT_LEAST -> value >= bound;
      case BELOW -> value < bound;
      case ABOVE -> value > bound;
      case EQUAL -> value == bound;
    };
  }
}
