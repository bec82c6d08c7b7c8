package gdtrain.report.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ticks of an axis: round values, 1, 2 or 5 times a power of ten apart, or on a logarithmic
 * axis powers of ten.
 *
 * @param labelled those with a number, from low to high
 * @param minor values between them on a logarithmic axis
 */
public record Ticks(List<Tick> labelled, List<Double> minor) {
  private static final int[] STEPS = {1, 2, 5};

  /** How many powers of ten may lie from one number to the next. */
  private static final List<Integer> EVERY = List.of(1, 2, 3, 5, 10, 20, 50, 100);

  private static final int LONGEST = 300;

  /** More powers of ten than these would be a bar of minor ticks. */
  private static final int MOST_POWERS = 40;

  /** Beyond these exponents a number is written as 1e7. */
  private static final int PLAIN_FROM = -4;

  private static final int PLAIN_TO = 6;

  /** Copies the lists. */
  public Ticks {
    labelled = List.copyOf(labelled);
    minor = List.copyOf(minor);
  }

  /** A value and how it is written. */
  public record Tick(double value, String label) {}

  /**
   * The ticks of a scale.
   *
   * @param most of them; less than 3 are taken for 3
   * @param whole whether there is nothing between whole numbers, such as epochs
   */
  public static Ticks of(Scale scale, int most, boolean whole) {
    int room = Math.max(most, 3);
    return scale.logarithmic() ? logarithmic(scale, room) : linear(scale, room, whole);
  }

  private static Ticks linear(Scale scale, int most, boolean whole) {
    BigDecimal low = BigDecimal.valueOf(scale.low());
    BigDecimal high = BigDecimal.valueOf(scale.high());
    BigDecimal length = high.subtract(low);
    int power = length.precision() - length.scale() - 1 - Integer.toString(most).length();
    List<BigDecimal> before = List.of();
    for (int i = 0; ; i++) {
      BigDecimal step = BigDecimal.valueOf(STEPS[i % 3]).scaleByPowerOfTen(power + i / 3);
      if (whole && step.compareTo(BigDecimal.ONE) < 0) {
        continue;
      }
      List<BigDecimal> values = multiples(step, low, high);
      if (values.size() <= most) {
        return linear(values.size() < 2 && before.size() > 1 ? before : values);
      }
      before = values;
    }
  }

  private static List<BigDecimal> multiples(BigDecimal step, BigDecimal low, BigDecimal high) {
    List<BigDecimal> values = new ArrayList<>();
    for (BigDecimal value = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        value.compareTo(high) <= 0;
        value = value.add(step)) {
      values.add(value);
    }
    return values;
  }

  private static Ticks linear(List<BigDecimal> values) {
    boolean plain = values.stream().allMatch(Ticks::isPlain);
    return new Ticks(values.stream().map(value -> tick(value, plain)).toList(), List.of());
  }

  private static Ticks logarithmic(Scale scale, int most) {
    int low = (int) Math.ceil(Math.log10(scale.low()) - 1e-9);
    int high = (int) Math.floor(Math.log10(scale.high()) + 1e-9);
    int decades = high - low + 1;
    if (decades < 2) {
      return withinDecades(scale, most);
    }
    int every = EVERY.stream().filter(n -> decades <= n * most).findFirst().orElse(LONGEST);
    boolean plain = low >= PLAIN_FROM && high <= PLAIN_TO;
    List<Tick> labelled = new ArrayList<>();
    for (int power = -Math.floorDiv(-low, every) * every; power <= high; power += every) {
      labelled.add(tick(BigDecimal.ONE.scaleByPowerOfTen(power), plain));
    }
    List<Double> minor =
        every == 1
            ? between(scale, low, high)
            : decades <= MOST_POWERS ? powers(low, high) : List.of();
    return new Ticks(labelled, minor);
  }

  private static List<Double> powers(int low, int high) {
    return IntStream.rangeClosed(low, high)
        .mapToObj(power -> BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue())
        .toList();
  }

  /** Two to nine times each power of ten. */
  private static List<Double> between(Scale scale, int low, int high) {
    List<Double> values = new ArrayList<>();
    for (int power = low - 1; power <= high; power++) {
      for (int i = 2; i < 10; i++) {
        double value = BigDecimal.valueOf(i).scaleByPowerOfTen(power).doubleValue();
        if (value >= scale.low() && value <= scale.high()) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** Where there are no two powers of ten, 1, 2 and 5 times them, or what a linear axis has. */
  private static Ticks withinDecades(Scale scale, int most) {
    List<Tick> labelled = new ArrayList<>();
    int low = (int) Math.floor(Math.log10(scale.low()));
    for (int power = low; power <= low + 2; power++) {
      for (int step : STEPS) {
        BigDecimal value = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
        if (value.doubleValue() >= scale.low() && value.doubleValue() <= scale.high()) {
          labelled.add(tick(value, isPlain(value)));
        }
      }
    }
    return labelled.size() >= 2 && labelled.size() <= most
        ? new Ticks(labelled, List.of())
        : linear(new Scale(scale.low(), scale.high(), false), most, false);
  }

  private static boolean isPlain(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return value.signum() == 0 || (exponent >= PLAIN_FROM && exponent <= PLAIN_TO);
  }

  private static Tick tick(BigDecimal value, boolean plain) {
    return new Tick(value.doubleValue(), plain ? plain(value) : scientific(value));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Such as 1.5e-7. */
  private static String scientific(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal number = value.stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    String digits = plain(number.scaleByPowerOfTen(-exponent));
    return exponent == 0 ? digits : digits + "e" + exponent;
  }
}
