/**
 * What people and programs read about a run: loss logs, parameters, metrics, predictions.
 *
 * <p>Nothing here opens a stream or decides where output goes.
 */
package gdtrain.report;
