package gdtrain.dataset.encoding;

import gdtrain.choice.Range;
import java.util.Locale;

/** What is done to the numbers of a column before they are scaled. */
public enum Transform {
  /** Nothing. */
  NONE(Range.FINITE),
  /** The natural logarithm. */
  LOG(Range.POSITIVE),
  /** The square root. */
  SQRT(Range.NOT_NEGATIVE);

  private final Range range;

  Transform(Range range) {
    this.range = range;
  }

  /** The numbers that it takes. */
  public Range range() {
    return range;
  }

  /** What a number becomes; NaN stays NaN. */
  public double of(double value) {
    return switch (this) {
      case NONE -> value;
      case LOG -> Math.log(value);
      case SQRT -> Math.sqrt(value);
    };
  }

  /**
   * The number that becomes this one; of a square root below 0, as a prediction may be, 0, the
   * number that comes nearest.
   */
  double inverse(double value) {
    return switch (this) {
      case NONE -> value;
      case LOG -> Math.exp(value);
      case SQRT -> value > 0 ? value * value : 0;
    };
  }

  /** The name of what a column becomes, such as {@code log(price)}. */
  String named(String column) {
    return this == NONE ? column : "%s(%s)".formatted(word(), column);
  }

  /** The word for it in settings and model files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
