/**
 * Analysis of a run beyond its loss: curvature, the largest stable learning rate, the exact
 * minimum, separable classes, and the gradient of parameters and rows.
 */
package gdtrain.insight;
