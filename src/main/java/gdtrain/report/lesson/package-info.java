/**
 * {@code gdtrain lesson}: gradient descent in eight screens, with the numbers of the learner's own
 * rows.
 */
package gdtrain.report.lesson;
