package gdtrain.loss;

/**
 * A loss for targets that were divided by a scale: {@code loss before(scale raw, scale target) =
 * factor loss(raw, target)}.
 *
 * @param loss the one to use on divided targets
 * @param factor turns its value back into the targets' own units
 */
public record Scaled(Loss loss, double factor) {}
