package gdtrain.optimizer;

import gdtrain.choice.Catalog;

/** The catalog of optimizers, by the names that {@code --optimizer} takes. */
public final class Optimizers {
  /** All of them; the simple ones first. */
  public static final Catalog<Optimizer> CATALOG =
      new Catalog<Optimizer>("optimizer")
          .add("gd", choice -> new GradientDescent())
          .add("momentum", Momentum::of)
          .add("nesterov", Nesterov::of)
          .add("adagrad", Adagrad::of)
          .add("adadelta", Adadelta::of)
          .add("rmsprop", RmsProp::of)
          .add("adam", Adam::of)
          .add("amsgrad", AmsGrad::of)
          .add("nadam", Nadam::of)
          .add("adamw", AdamW::of)
          .add("lion", Lion::of)
          .add("lbfgs", Lbfgs::of);

  private Optimizers() {}
}
