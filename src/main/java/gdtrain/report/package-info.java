/**
 * What people and programs read of a run: the loss log, the parameters, the figures of quality.
 *
 * <p>Nothing here decides where output goes; streams are given.
 */
package gdtrain.report;
