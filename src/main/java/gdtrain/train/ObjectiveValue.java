package gdtrain.train;

/**
 * How high a point lies.
 *
 * @param loss mean loss of the training rows, without penalty
 * @param objective loss plus penalty, which is what descends
 */
public record ObjectiveValue(double loss, double objective) {}
