/** Metrics: how good predictions are, for people and for requirements, with rows weighted. */
package gdtrain.metric;
