/** Which settings are best: what fit would train on folds, and for every setting of a sweep. */
package gdtrain.run.selection;
