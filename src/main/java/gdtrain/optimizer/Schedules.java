package gdtrain.optimizer;

import gdtrain.choice.Catalog;

/** The catalog of schedules, by the names that {@code --schedule} takes. */
public final class Schedules {
  /** All of them. */
  public static final Catalog<Schedule> CATALOG =
      new Catalog<Schedule>("schedule").add("constant", choice -> new ConstantRate());

  private Schedules() {}
}
