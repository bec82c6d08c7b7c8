/**
 * The application: a session that reads tables and owns the threads, a training run and its result.
 * {@link gdtrain.run.Training} is the way in from Java.
 */
package gdtrain.run;
