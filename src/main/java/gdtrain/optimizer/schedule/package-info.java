/**
 * How the learning rate changes from epoch to epoch.
 *
 * <p>A {@link gdtrain.optimizer.schedule.Schedule} is an immutable record; {@link
 * gdtrain.optimizer.schedule.LearningRates} is its state in one run. A new one is a file and a line
 * in {@link gdtrain.optimizer.schedule.Schedules}.
 */
package gdtrain.optimizer.schedule;
