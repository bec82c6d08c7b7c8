/** Figures of quality for people and for checks: how good predictions are, all of them weighted. */
package gdtrain.metric;
