package gdtrain.loss;

/**
 * A loss in letters: r = prediction - y, y the truth, mu the prediction of a logarithm, t the
 * target of an output (0 or 1), p its probability, s the truth's side (-1 or 1).
 *
 * @param value of a row
 * @param slope of that with respect to the raw output
 */
public record Formula(String value, String slope) {}
