package gdtrain.cli;

import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizer;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.Schedules;
import gdtrain.optimizer.SearchRule;
import gdtrain.optimizer.UpdateRule;
import gdtrain.train.Method;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The options that choose how descent goes, as they were written.
 *
 * @param optimizer name and settings
 * @param learningRate a number or {@link #AUTOMATIC}
 * @param schedule name and settings
 * @param clipNorm longest gradient, if limited
 */
record MethodChoice(
    String optimizer, String learningRate, String schedule, OptionalDouble clipNorm) {
  /** The default of {@code --optimizer}, the one that {@link AutomaticStep} is made for. */
  static final String PLAIN = "gd";

  /** The default of {@code --lr}. */
  static final String AUTOMATIC = "auto";

  /** The default of {@code --schedule}. */
  static final String CONSTANT = "constant";

  /**
   * What they choose.
   *
   * @param kinked whether there is an l1 penalty
   * @throws IllegalArgumentException if one is wrong or has no effect
   */
  NamedMethod method(boolean kinked) {
    Optimizer rule = Optimizers.CATALOG.choose(optimizer);
    String name = Optimizers.CATALOG.complete(optimizer);
    if (kinked && !rule.proximal()) {
      throw new IllegalArgumentException(
          "--l1 works with %s: %s has no proximal step".formatted(proximal(), optimizer));
    }
    return rule instanceof SearchRule search
        ? searching(search, name)
        : updating((UpdateRule) rule, name);
  }

  private NamedMethod searching(SearchRule rule, String name) {
    refuse("--lr", !isAutomatic(), name);
    refuse("--schedule", !isConstant(), name);
    refuse("--clip-norm", clipNorm.isPresent(), name);
    return searched(rule, name, "with a line search for every step");
  }

  private static void refuse(String option, boolean given, String name) {
    if (given) {
      throw new IllegalArgumentException(
          "%s has no effect: %s finds the length of every step by itself".formatted(option, name));
    }
  }

  private static NamedMethod searched(SearchRule rule, String name, String lengths) {
    String remedy = "the data may hold huge values; try --scale standard";
    return new NamedMethod(new Method.Searching(rule), name + " " + lengths, remedy);
  }

  private NamedMethod updating(UpdateRule rule, String name) {
    boolean steady = isConstant() && clipNorm.isEmpty();
    boolean plain = name.equals(PLAIN);
    if (plain && steady && isAutomatic()) {
      String lengths = "at an automatic learning rate, from the curvature met so far";
      return searched(new AutomaticStep(), name, lengths);
    }
    if (plain && isAutomatic()) {
      throw new IllegalArgumentException(
          "%s with %s needs a number for --lr: auto finds the length of every step by itself"
              .formatted(name, isConstant() ? "--clip-norm" : "--schedule"));
    }
    double rate = isAutomatic() ? rule.learningRate() : number(learningRate);
    Method method = new Method.Updating(rule, rate, Schedules.CATALOG.choose(schedule), clipNorm);
    String tried = plain && steady ? AUTOMATIC : tenth(rate);
    String remedy = "--lr %s is too long a step; try --lr %s".formatted(rate, tried);
    String description = "%s at learning rate %s%s".formatted(name, rate, changes());
    return new NamedMethod(method, description, remedy);
  }

  private String changes() {
    String scheduled = isConstant() ? "" : ", schedule " + Schedules.CATALOG.complete(schedule);
    return clipNorm.isEmpty()
        ? scheduled
        : scheduled + ", gradients clipped to norm " + clipNorm.getAsDouble();
  }

  private static String tenth(double rate) {
    return BigDecimal.valueOf(rate).movePointLeft(1).stripTrailingZeros().toPlainString();
  }

  private boolean isAutomatic() {
    return learningRate.equals(AUTOMATIC);
  }

  private boolean isConstant() {
    return Schedules.CATALOG.complete(schedule).equals(Schedules.CATALOG.complete(CONSTANT));
  }

  private static double number(String learningRate) {
    try {
      return Double.parseDouble(learningRate);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--lr must be a number above 0, or auto, not '%s'".formatted(learningRate), e);
    }
  }

  private static String proximal() {
    return Optimizers.CATALOG.names().stream()
        .filter(name -> Optimizers.CATALOG.choose(name).proximal())
        .collect(Collectors.joining(", "));
  }
}
