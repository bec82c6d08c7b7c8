package gdtrain.run.selection;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.run.setting.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A setting and the values it takes in a sweep.
 *
 * @param setting the setting
 * @param values in the order given, all different
 */
record SweepAxis(Setting<?> setting, List<String> values) {
  private static final String NUMBER = "([+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "[.][.]" + NUMBER);

  /** A comma, unless a further setting of the same choice follows it, as in {@code a:b=1,c=2}. */
  private static final Pattern BETWEEN = Pattern.compile(",(?![^,:=]*=)");

  private static final MathContext DIGITS = new MathContext(4);

  /** Checks the values. */
  SweepAxis {
    values = List.copyOf(values);
    if (new HashSet<>(values).size() < values.size()) {
      throw new InvalidSetting(
          "%s has a value twice: %s".formatted(setting, String.join(", ", values)));
    }
  }

  /** The values that a setting was given; one that takes a list itself is not cut at commas. */
  static SweepAxis of(Setting<?> setting, List<String> given) {
    Stream<String> values =
        setting.type() == Setting.Type.LIST
            ? given.stream()
            : given.stream().flatMap(text -> Arrays.stream(BETWEEN.split(text, -1)));
    return new SweepAxis(setting, values.toList());
  }

  /** Whether runs differ in it. */
  boolean varies() {
    return values.size() > 1 || isRange(values.get(0));
  }

  /** Refuses ranges, which a grid cannot go through. */
  void checkForGrid() {
    for (String value : values) {
      if (isRange(value)) {
        throw new InvalidSetting(
            "%s %s is a range, which only ⟦samples⟧ N draws from".formatted(setting, value));
      }
    }
  }

  /**
   * One of the values; of a range {@code a..b} a number with four digits, its logarithm uniform if
   * both ends are above 0, else itself, and a whole one if both ends are written as digits alone.
   */
  String draw(Random random) {
    String value = values.get(random.nextInt(values.size()));
    Matcher range = RANGE.matcher(value);
    if (!range.matches()) {
      return value;
    }
    double from = OptionNumber.number(range.group(1)).orElse(Double.NaN);
    double to = OptionNumber.number(range.group(2)).orElse(Double.NaN);
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new InvalidSetting(
          "%s %s: a range goes from a smaller number to a larger".formatted(setting, value));
    }
    double share = random.nextDouble();
    double drawn = from > 0 ? from * Math.pow(to / from, share) : from + (to - from) * share;
    boolean whole = value.matches("[0-9]+[.][.][0-9]+");
    return whole
        ? Long.toString(Math.round(drawn))
        : Double.toString(new BigDecimal(drawn).round(DIGITS).doubleValue());
  }

  private static boolean isRange(String value) {
    return RANGE.matcher(value).matches();
  }
}
