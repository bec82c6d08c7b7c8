package gdtrain.insight.inference;

import java.util.OptionalDouble;

/**
 * A parameter in the data's own units, and how sure it is.
 *
 * @param output the target, or a class, which is compared with the first one
 * @param input its input
 * @param estimate of several classes, the parameter less that of the first class
 * @param error standard error
 * @param statistic estimate / error
 * @param p of a statistic at least as far from 0 if the parameter were 0
 * @param lower end of the confidence interval
 * @param upper end
 * @param inflation how many times the input's dependence on the others makes the variance larger,
 *     of least squares with an intercept
 */
public record Coefficient(
    String output,
    String input,
    double estimate,
    double error,
    double statistic,
    double p,
    double lower,
    double upper,
    OptionalDouble inflation) {}
