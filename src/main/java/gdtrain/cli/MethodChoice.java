package gdtrain.cli;

import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizer;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.Schedules;
import gdtrain.optimizer.SearchRule;
import gdtrain.optimizer.UpdateRule;
import gdtrain.train.Method;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The options that choose how descent goes, as they were written.
 *
 * @param optimizer name and settings
 * @param learningRate a number or {@code auto}
 * @param schedule name and settings
 * @param clipNorm longest gradient, if limited
 * @param batchSize rows of a step, {@code full} or {@code auto}
 */
record MethodChoice(
    String optimizer,
    String learningRate,
    String schedule,
    OptionalDouble clipNorm,
    String batchSize) {
  /** The optimizer that {@link AutomaticStep} is made for. */
  private static final String PLAIN = "gd";

  /** What trains hidden layers well on small tables, when nothing is said. */
  private static final String DEEP = "adam";

  private static final double DEEP_RATE = 0.01;
  private static final int DEEP_BATCH = 32;
  private static final String FULL = "full";

  private static final String CONSTANT = "constant";

  /** Comes to rest where a constant rate goes on to and fro. */
  private static final String DEEP_SCHEDULE = "cosine:end=0";

  /**
   * What they choose.
   *
   * @param kinked whether there is an l1 penalty
   * @throws IllegalArgumentException if one is wrong or has no effect
   */
  NamedMethod method(NetworkPlan network, boolean kinked) {
    boolean tuned = network.deep() && Automatic.is(optimizer);
    if (Automatic.is(schedule)) {
      String usual = tuned ? DEEP_SCHEDULE : CONSTANT;
      return new MethodChoice(optimizer, learningRate, usual, clipNorm, batchSize)
          .method(network, kinked);
    }
    String chosen = tuned ? DEEP : Automatic.is(optimizer) ? PLAIN : optimizer;
    Optimizer rule = Optimizers.CATALOG.choose(chosen);
    String name = Optimizers.CATALOG.complete(chosen);
    if (kinked && !rule.proximal()) {
      throw new IllegalArgumentException(
          "--l1 works with %s: %s has no proximal step".formatted(proximal(), name));
    }
    NamedMethod method =
        rule instanceof SearchRule search
            ? searching(search, name)
            : updating((UpdateRule) rule, name, batchRows(network));
    if (network.drops() && method.method() instanceof Method.Searching) {
      throw new IllegalArgumentException(
          "dropout needs an optimizer that takes steps without looking, such as adam, or gd with a"
              + " number for --lr");
    }
    return method;
  }

  /** Rows of a step; empty for all. */
  private OptionalInt batchRows(NetworkPlan network) {
    if (batchSize.equals(FULL)) {
      return OptionalInt.empty();
    }
    if (Automatic.is(batchSize)) {
      boolean searches = PLAIN.equals(optimizer) && Automatic.is(learningRate);
      return network.deep() && !searches ? OptionalInt.of(DEEP_BATCH) : OptionalInt.empty();
    }
    try {
      int rows = Integer.parseInt(batchSize);
      if (rows >= 1) {
        return OptionalInt.of(rows);
      }
    } catch (NumberFormatException e) {
      // as a number out of range
    }
    throw new IllegalArgumentException(
        "--batch-size must be auto, full or a number of rows, not '%s'".formatted(batchSize));
  }

  private NamedMethod searching(SearchRule rule, String name) {
    refuse("--lr", !Automatic.is(learningRate), name);
    refuse("--schedule", !isConstant(), name);
    refuse("--clip-norm", clipNorm.isPresent(), name);
    if (!Automatic.is(batchSize) && !batchSize.equals(FULL)) {
      throw new IllegalArgumentException(
          "--batch-size has no effect: %s compares heights, so every step needs all rows"
              .formatted(name));
    }
    return searched(rule, name, "with a line search for every step");
  }

  private static void refuse(String option, boolean given, String name) {
    if (given) {
      throw new IllegalArgumentException(
          "%s has no effect: %s finds the length of every step by itself".formatted(option, name));
    }
  }

  private static NamedMethod searched(SearchRule rule, String name, String lengths) {
    return new NamedMethod(new Method.Searching(rule), OptionalInt.empty(), name + " " + lengths);
  }

  private NamedMethod updating(UpdateRule rule, String name, OptionalInt batch) {
    boolean steady = isConstant() && clipNorm.isEmpty();
    boolean plain = name.equals(PLAIN);
    if (plain && Automatic.is(learningRate)) {
      if (!steady || batch.isPresent()) {
        String option =
            batch.isPresent() ? "--batch-size" : isConstant() ? "--clip-norm" : "--schedule";
        throw new IllegalArgumentException(
            "%s with %s needs a number for --lr: auto finds the length of every step by itself"
                .formatted(name, option));
      }
      String lengths = "at an automatic learning rate, from the curvature met so far";
      return searched(new AutomaticStep(), name, lengths);
    }
    double rate = rate(rule);
    Method method = new Method.Updating(rule, rate, Schedules.CATALOG.choose(schedule), clipNorm);
    String description = "%s at learning rate %s%s".formatted(name, rate, changes());
    return new NamedMethod(method, batch, description);
  }

  private double rate(UpdateRule rule) {
    if (!Automatic.is(learningRate)) {
      return number(learningRate);
    }
    boolean chosenForLayers = Automatic.is(optimizer); // gd would have been searched
    return chosenForLayers ? DEEP_RATE : rule.learningRate();
  }

  private String changes() {
    String scheduled = isConstant() ? "" : ", schedule " + Schedules.CATALOG.complete(schedule);
    return clipNorm.isEmpty()
        ? scheduled
        : scheduled + ", gradients clipped to norm " + clipNorm.getAsDouble();
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
