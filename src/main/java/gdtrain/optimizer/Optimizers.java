package gdtrain.optimizer;

import gdtrain.choice.Catalog;

/** The catalog of optimizers, by the names that {@code --optimizer} takes. */
public final class Optimizers {
  /** All of them. */
  public static final Catalog<Optimizer> CATALOG =
      new Catalog<Optimizer>("optimizer").add("gd", choice -> new GradientDescent());

  private Optimizers() {}
}
