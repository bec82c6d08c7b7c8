/**
 * What a run tells beyond its loss: how its landscape bends, how long a step may be, where the
 * minimum is, and why the run went as it did.
 */
package gdtrain.insight;
