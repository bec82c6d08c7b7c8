package gdtrain.loss;

import java.util.List;

/** The catalog of losses. */
public final class Losses {
  private static final List<Loss> ALL =
      List.of(new SquaredError(), new BinaryCrossEntropy(), new SoftmaxCrossEntropy());

  private Losses() {}

  /**
   * The loss of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Loss named(String name) {
    return ALL.stream()
        .filter(loss -> loss.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no loss '%s'; the losses are %s"
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Loss::name).toList()))));
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
    return outputs == 1 ? new BinaryCrossEntropy() : new SoftmaxCrossEntropy();
  }
}
