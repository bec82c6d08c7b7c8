package gdtrain.loss;

import gdtrain.choice.Catalog;
import gdtrain.choice.Choice;
import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Range;
import java.util.List;

/** The catalog of losses, by the names that {@code --loss} takes. */
public final class Losses {
  /** All of them. */
  public static final Catalog<Loss> CATALOG =
      new Catalog<Loss>("loss")
          .add("mse", choice -> new SquaredError())
          .add("mae", choice -> new AbsoluteError())
          .add("huber", choice -> new Huber(choice.number("delta", 1.35, Range.POSITIVE)))
          .add("quantile", choice -> new QuantileError(choice.number("q", 0.5, Range.INSIDE)))
          .add("log-cosh", choice -> new LogCosh(choice.number("width", 1, Range.POSITIVE)))
          .add("poisson", choice -> new Poisson())
          .add("gamma", choice -> new Gamma())
          .add("binary-cross-entropy", choice -> new BinaryCrossEntropy(smoothing(choice)))
          .add("softmax-cross-entropy", choice -> new SoftmaxCrossEntropy(smoothing(choice)))
          .add("hinge", choice -> new Hinge())
          .add("squared-hinge", choice -> new SquaredHinge())
          .add("focal", choice -> new Focal(choice.number("gamma", 2, Range.NOT_NEGATIVE)));

  private Losses() {}

  private static Smoothing smoothing(Choice choice) {
    return new Smoothing(choice.number("smoothing", 0, Range.BELOW_ONE));
  }

  /**
   * The usual loss for a target.
   *
   * @param classes whether classes are predicted, and not a number
   * @param outputs of the network
   */
  public static Loss usual(boolean classes, int outputs) {
    if (!classes) {
      return new SquaredError();
    }
    Smoothing none = new Smoothing(0);
    return outputs == 1 ? new BinaryCrossEntropy(none) : new SoftmaxCrossEntropy(none);
  }

  /**
   * The loss of that name with its settings, if it suits a target.
   *
   * @param target the column's name, for the error
   * @param classes how many it has; 0 for a number
   * @throws IllegalArgumentException if there is no such loss, or it does not suit
   */
  public static Loss chosen(String text, String target, int classes) {
    Loss loss = CATALOG.choose(text);
    if (!loss.targets().include(classes)) {
      throw new InvalidSetting(
          "⟦loss⟧ %s does not suit target '%s' %s; %s do"
              .formatted(
                  text,
                  target,
                  classes == 0 ? "of numbers" : "with %,d classes".formatted(classes),
                  list(suiting(classes))));
    }
    return loss;
  }

  private static List<String> suiting(int classes) {
    return CATALOG.names().stream()
        .filter(name -> CATALOG.choose(name).targets().include(classes))
        .toList();
  }

  private static String list(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
