package gdtrain.dataset.encoding;

import gdtrain.choice.InvalidSetting;
import java.util.List;

/**
 * A feature that is the product of the raw values of others; a power is the product of a feature
 * with itself.
 *
 * @param factors names of features of the columns, two or more; one that comes n times is taken to
 *     the power n
 * @param unit of the product
 */
public record ProductTerm(List<String> factors, Unit unit) {
  /** Checks that there is a finite unit to measure in. */
  public ProductTerm {
    factors = List.copyOf(factors);
    if (factors.size() < 2) {
      throw new InvalidSetting("a product of %s needs two factors".formatted(factors));
    }
    unit.check("input '%s'".formatted(name(factors)));
  }

  /** {@code x^2}, or {@code x1:x2}. */
  public String name() {
    return name(factors);
  }

  /** The name of the product of features with these names. */
  public static String name(List<String> factors) {
    boolean power = factors.stream().distinct().count() == 1;
    return power ? factors.get(0) + "^" + factors.size() : String.join(":", factors);
  }
}
