/**
 * Charts: first the values (series, scales, ticks, what is drawn of a million points), then one
 * file for each way to draw them.
 */
package gdtrain.report.picture;
