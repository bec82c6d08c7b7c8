/** What {@code explain} prints: a step parameter by parameter, the rows, or one row in full. */
package gdtrain.report.explanation;
