package gdtrain.optimizer.schedule;

import gdtrain.choice.Catalog;
import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import java.util.function.Function;

/** The catalog of schedules, by the names that {@code --schedule} takes. */
public final class Schedules {
  /** All of them, each with a setting {@code warmup}. */
  public static final Catalog<Schedule> CATALOG =
      new Catalog<Schedule>("schedule")
          .add("constant", warm(choice -> new ConstantRate()))
          .add("step", warm(StepDecay::of))
          .add("exponential", warm(ExponentialDecay::of))
          .add("inverse", warm(InverseDecay::of))
          .add("polynomial", warm(PolynomialDecay::of))
          .add("cosine", warm(CosineDecay::of))
          .add("one-cycle", warm(OneCycle::of))
          .add("plateau", warm(Plateau::of));

  private Schedules() {}

  private static Function<Choice, Schedule> warm(Function<Choice, Schedule> maker) {
    return choice -> {
      Schedule schedule = maker.apply(choice);
      return new Warmup(schedule, (int) choice.number("warmup", 0, Range.COUNT_OR_NONE));
    };
  }
}
