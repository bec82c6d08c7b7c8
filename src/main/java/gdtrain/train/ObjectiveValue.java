package gdtrain.train;

/**
 * Loss and objective at a point.
 *
 * @param loss mean loss of the training rows, without penalty
 * @param objective loss plus penalty, which is what descends
 */
public record ObjectiveValue(double loss, double objective) {}
