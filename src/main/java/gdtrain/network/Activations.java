package gdtrain.network;

import gdtrain.choice.Catalog;
import gdtrain.choice.Range;

/** The catalog of activations, by the names that {@code --activation} takes. */
public final class Activations {
  /** All of them. */
  public static final Catalog<Activation> CATALOG =
      new Catalog<Activation>("activation")
          .add("relu", choice -> new Relu())
          .add("leaky-relu", choice -> new LeakyRelu(choice.number("slope", 0.01, Range.BELOW_ONE)))
          .add("elu", choice -> new Elu())
          .add("selu", choice -> new Selu())
          .add("gelu", choice -> new Gelu())
          .add("swish", choice -> new Swish())
          .add("tanh", choice -> new Tanh())
          .add("sigmoid", choice -> new Sigmoid())
          .add("softplus", choice -> new Softplus())
          .add("identity", choice -> new Identity());

  private Activations() {}
}
