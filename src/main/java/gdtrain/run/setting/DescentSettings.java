package gdtrain.run.setting;

import static gdtrain.run.setting.Words.isAuto;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizer;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.SearchRule;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.train.Method;
import gdtrain.train.Regularisation;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How descent goes.
 *
 * @param method what an epoch is made of
 * @param batchRows rows of a step; empty for all
 * @param wording optimizer, settings and schedule in words, with room for the learning rate
 * @param derivesRate whether the learning rate, so far a stand-in, follows from the curvature
 * @param l1 factor of the absolute weights
 * @param l2 factor of half the squared weights; empty for what suits network and rows
 * @param compress whether fewer rows with the same loss may take the place of all
 */
public record DescentSettings(
    Method method,
    OptionalInt batchRows,
    Wording wording,
    boolean derivesRate,
    double l1,
    OptionalDouble l2,
    boolean compress) {
  /** Where wordings take the learning rate. */
  private static final String RATE = " at learning rate %s";

  /** Checks the factors. */
  public DescentSettings {
    Regularisation.check(l1, l2.orElse(0));
  }

  /** Whether every step is along the gradient, as long as the curvature met so far tells. */
  public boolean automatic() {
    return method instanceof Method.Searching searching
        && searching.rule() instanceof AutomaticStep;
  }

  static DescentSettings of(SettingValues values, NetworkSettings network) {
    return new Choices(values, network).settings();
  }

  /** Optimizer, learning rate and schedule in words, with the settings given. */
  public String description() {
    return wording(wording.brief());
  }

  /** Optimizer, learning rate and schedule in words, with all settings. */
  public String complete() {
    return wording(wording.complete());
  }

  private String wording(String text) {
    return method instanceof Method.Updating updating
        ? text.replace(RATE, " at learning rate " + Words.text(updating.learningRate()))
        : text;
  }

  /**
   * How descent goes, in words.
   *
   * @param brief with the settings given
   * @param complete with all settings
   */
  record Wording(String brief, String complete) {}

  /** These settings with the learning rate that they were to derive. */
  public DescentSettings withLearningRate(double rate) {
    Method.Updating stood = (Method.Updating) method;
    Method derived = new Method.Updating(stood.rule(), rate, stood.schedule(), stood.clipNorm());
    return new DescentSettings(derived, batchRows, wording, false, l1, l2, compress);
  }

  /** Whether its steps depend on how many epochs the run has at most. */
  public boolean paced() {
    return method instanceof Method.Updating updating && updating.schedule().paced();
  }

  /** What the settings choose, each depending on the others. */
  private static final class Choices {
    /** The optimizer that {@link AutomaticStep} is made for. */
    private static final String PLAIN = "gd";

    /** What trains hidden layers well on small tables, when nothing is said. */
    private static final String DEEP = "adam";

    private static final double DEEP_RATE = 0.01;
    private static final int DEEP_BATCH = 32;

    /** Comes to rest where a constant rate goes on to and fro. */
    private static final String DEEP_SCHEDULE = "cosine:end=0";

    private static final String FULL = "full";
    private static final String CONSTANT = "constant";

    private final SettingValues values;
    private final NetworkSettings network;
    private final String optimizer;
    private final String rate;
    private final String schedule;
    private final String batchSize;
    private final OptionalDouble clipNorm;

    Choices(SettingValues values, NetworkSettings network) {
      this.values = values;
      this.network = network;
      this.optimizer = values.get(Settings.OPTIMIZER);
      this.rate = values.get(Settings.LR);
      this.batchSize = values.get(Settings.BATCH_SIZE);
      this.clipNorm =
          values.find(Settings.CLIP_NORM).map(OptionalDouble::of).orElse(OptionalDouble.empty());
      String usual = tuned() ? DEEP_SCHEDULE : CONSTANT;
      String given = values.get(Settings.SCHEDULE);
      this.schedule = isAuto(given) ? usual : given;
    }

    /** Whether optimizer and schedule are those that suit hidden layers. */
    private boolean tuned() {
      return network.deep() && isAuto(optimizer);
    }

    DescentSettings settings() {
      String chosen = chosen();
      if (chosen.equals("sgd")) {
        throw new InvalidSetting(
            "⟦optimizer⟧: stochastic gradient descent is gd with ⟦batch-size⟧ N, such as 32");
      }
      Optimizer rule = Optimizers.CATALOG.choose(chosen);
      String name = Optimizers.CATALOG.complete(chosen);
      if (values.get(Settings.L1) > 0 && !rule.proximal()) {
        throw new InvalidSetting(
            "⟦l1⟧ works with %s: %s has no proximal step".formatted(proximal(), name));
      }
      DescentSettings settings =
          rule instanceof SearchRule search
              ? searching(search, name)
              : updating((UpdateRule) rule, name, batchRows());
      if (network.drops() && settings.method() instanceof Method.Searching) {
        throw new InvalidSetting(
            "dropout needs an optimizer that takes steps without looking, such as adam, or gd with a"
                + " number for ⟦lr⟧");
      }
      return settings;
    }

    private String chosen() {
      return tuned() ? DEEP : isAuto(optimizer) ? PLAIN : optimizer;
    }

    private DescentSettings settings(Method method, OptionalInt batch, Wording wording) {
      return new DescentSettings(
          method,
          batch,
          wording,
          derives(method),
          values.get(Settings.L1),
          Words.number(Settings.L2, values.get(Settings.L2), "a number of 0 or more"),
          values.get(Settings.COMPRESS));
    }

    /** Only plain descent in batches has neither lengths of its own nor a usual rate. */
    private boolean derives(Method method) {
      boolean plain =
          method instanceof Method.Updating updating
              && updating.rule().equals(Optimizers.CATALOG.choose(PLAIN));
      return plain && isAuto(rate);
    }

    /** Rows of a step; empty for all. */
    private OptionalInt batchRows() {
      if (batchSize.equals(FULL)) {
        return OptionalInt.empty();
      }
      if (isAuto(batchSize)) {
        boolean searches = PLAIN.equals(optimizer) && isAuto(rate);
        return network.deep() && !searches ? OptionalInt.of(DEEP_BATCH) : OptionalInt.empty();
      }
      try {
        int rows = Words.whole(batchSize).intValueExact();
        if (rows >= 1) {
          return OptionalInt.of(rows);
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // as a number out of range
      }
      throw new InvalidSetting(
          "⟦batch-size⟧ must be auto, full or a number of rows, not '%s'".formatted(batchSize));
    }

    private DescentSettings searching(SearchRule rule, String name) {
      refuse(Settings.LR, !isAuto(rate), name);
      refuse(Settings.SCHEDULE, !isConstant(), name);
      refuse(Settings.CLIP_NORM, clipNorm.isPresent(), name);
      if (!isAuto(batchSize) && !batchSize.equals(FULL)) {
        throw new InvalidSetting(
            "⟦batch-size⟧ has no effect: %s compares heights, so every step needs all rows"
                .formatted(name));
      }
      return searching(rule, name, "with a line search for every step");
    }

    private static void refuse(Setting<?> setting, boolean given, String name) {
      if (given) {
        throw new InvalidSetting(
            "%s has no effect: %s finds the learning rate of every step by itself"
                .formatted(setting, name));
      }
    }

    private DescentSettings searching(SearchRule rule, String name, String lengths) {
      Wording wording =
          new Wording(Optimizers.CATALOG.brief(chosen()) + " " + lengths, name + " " + lengths);
      return settings(new Method.Searching(rule), OptionalInt.empty(), wording);
    }

    private DescentSettings updating(UpdateRule rule, String name, OptionalInt batch) {
      boolean steady = isConstant() && clipNorm.isEmpty();
      if (name.equals(PLAIN) && isAuto(rate)) {
        boolean bounded = batch.isPresent() && !network.deep();
        if (!bounded && (!steady || batch.isPresent())) {
          Setting<?> needing =
              batch.isPresent()
                  ? Settings.BATCH_SIZE
                  : isConstant() ? Settings.CLIP_NORM : Settings.SCHEDULE;
          throw new InvalidSetting(
              "%s with %s needs a number for ⟦lr⟧: auto finds the learning rate of every step by itself"
                  .formatted(name, needing));
        }
        if (!bounded) {
          return searching(new AutomaticStep(), name, "at an automatic learning rate");
        }
      }
      double start = rate(rule);
      Method method =
          new Method.Updating(rule, start, Schedules.CATALOG.choose(schedule), clipNorm);
      boolean usual = tuned() && isAuto(values.get(Settings.SCHEDULE));
      Wording wording =
          new Wording(
              Optimizers.CATALOG.brief(chosen())
                  + RATE
                  + changes(usual ? "cosine to 0" : Schedules.CATALOG.brief(schedule)),
              name + RATE + changes(Schedules.CATALOG.complete(schedule)));
      return settings(method, batch, wording);
    }

    private double rate(UpdateRule rule) {
      if (isAuto(rate)) {
        boolean chosenForLayers = isAuto(optimizer); // gd would have been searched
        return chosenForLayers ? DEEP_RATE : rule.learningRate();
      }
      return OptionNumber.number(rate)
          .orElseThrow(
              () ->
                  new InvalidSetting(
                      "⟦lr⟧ must be a number above 0, or auto, not '%s'".formatted(rate)));
    }

    private String changes(String name) {
      String scheduled = isConstant() ? "" : ", schedule " + name;
      return clipNorm.isEmpty()
          ? scheduled
          : scheduled + ", gradients clipped to norm " + Words.text(clipNorm.getAsDouble());
    }

    private boolean isConstant() {
      return Schedules.CATALOG.complete(schedule).equals(Schedules.CATALOG.complete(CONSTANT));
    }

    private static String proximal() {
      Stream<String> names = Optimizers.CATALOG.names().stream();
      return names
          .filter(name -> Optimizers.CATALOG.choose(name).proximal())
          .collect(Collectors.joining(", "));
    }
  }
}
