/**
 * Pages of one file: the frame that all of them share (style, policy, escaping), tables, and charts
 * that tell their values.
 */
package gdtrain.report.html;
