/**
 * How sure the parameters of a linear model without penalty are: standard errors, tests and
 * intervals from the curvature of the likelihood at its maximum.
 */
package gdtrain.insight.inference;
